## ما يحيط بكل صفحة

menu-desk = المكتب
menu-matrix = المصفوفة
menu-clashes = التعارضات
menu-frontier = الحزم والضغط
menu-text = النص
menu-what-if = ماذا لو
pages = الصفحات
skip = انتقل إلى المحتوى
seen-by = كما يراه:
see-as = اعرض كما يراه
audience-mediator = الوسيط
audience-public = الجمهور
working = بعض الإجابات ما زالت قيد الحساب: أُنجز { $what } من الأسئلة. تظهر البقية في هذه الصفحة عند جاهزيتها.
confidential = سرّي: يحوي قيمًا مختومة لعدة أطراف؛ لمكتب الوسيط وحده.
for-audience = يحوي ما هو علني وما يخص { $what }، ولا شيء سوى ذلك.
case-hash = القضية
journal-lines = { $n ->
    [zero] سجل بلا أسطر، ينتهي بـ
    [one] سجل من سطر واحد، ينتهي بـ
    [two] سجل من سطرين، ينتهي بـ
    [few] سجل من { $shown } أسطر، ينتهي بـ
    [many] سجل من { $shown } سطرًا، ينتهي بـ
   *[other] سجل من { $shown } سطر، ينتهي بـ
}
trouble-file = غُيِّر ملف القضية ولا يمكن استعماله كما هو؛ يُعرض ما كان قبل ذلك. { $what }
trouble-journal = السجل غير سليم: { $what }. لا يُعتدّ إلا بما سبق ذلك.
trouble-refused = إجابة لم تجتز التحقق فلا تُعرض: { $what }. يُرجى الإبلاغ عن هذه القضية.
trouble-aside = قيد في السجل لا يوافق القضية ولا يُعتدّ به. السطر { $what }.
none = لا شيء.
not-yet = ما زال قيد الحساب.
apply = طبّق

## الإجابات

overlap = التداخل
overlap-none = لا تداخل عند المواقف المعلنة: لا حزمة من { $what } مقبولة للجميع.
overlap-some = تداخل: { $n } من { $all } حزمة مقبولة للجميع.
overlap-unknown = لم يُحسم: يمكن أن تكون { $what } حزمة على الأكثر مقبولة للجميع.
why-values = لو قبل كل طرف بأقل مما لديه من دون اتفاق لكان هناك تداخل: ما لديها من دون اتفاق هو ما يعترض الطريق.
why-values-counted = لو قبل كل طرف بأقل مما لديه من دون اتفاق، { $what }: ما لديها من دون اتفاق هو ما يعترض الطريق.
why-positions = حتى لو قبل كل طرف بأقل مما لديه من دون اتفاق فلا تداخل: المواقف هي ما يعترض الطريق.
why-laws = حتى من دون أي مطلب لا تداخل: القوانين هي ما يعترض الطريق، أيًّا كان ما تفعله الأطراف.
why-laws-ruled-out = حتى من دون أي مطلب لا تداخل: القوانين، مع ما حُسم واستُبعد هنا، هي ما يعترض الطريق، أيًّا كان ما تفعله الأطراف.
why-positions-or-laws = حتى لو قبل كل طرف بأقل مما لديه من دون اتفاق فلا تداخل؛ ولم يُحسم هل المواقف أم القوانين هي ما يعترض الطريق: { $what }.
why-undecided = لم يُحسم هل يكون هناك تداخل لو قبل كل طرف بأقل مما لديه من دون اتفاق ({ $what }): تبقى { $n } على الأكثر.
refused-by-check = إجابة لم تجتز التحقق فلا تُعرض: { $what }؛ يُرجى الإبلاغ عن هذه القضية
refused-more = { $n ->
    [zero] اجتازت بقية الإجابات التحقق
    [one] إجابة أخرى لم تجتز التحقق
    [two] إجابتان أخريان لم تجتازا التحقق
    [few] { $shown } إجابات أخرى لم تجتز التحقق
    [many] { $shown } إجابة أخرى لم تجتز التحقق
   *[other] { $shown } إجابة أخرى لم تجتز التحقق
}
between = بين { $least } و{ $most }
undecided = لم يُحسم: { $what }.
stopped-time-limit = توقف عند الحد الزمني
stopped-node-limit = توقف عند حد خطوات البحث
stopped-memory-limit = توقف لعدم كفاية الذاكرة
stopped-number-limit = توقف لأن الأرقام كبرت فوق الحد
stopped-interrupted = قُطع
stopped-check-failed = توقف لأن تحققًا أخفق
stopped-share-of-work = يتطلب عملًا أكثر مما تنفقه عليه هذه الإجابة
go-on-time-limit = امنحه وقتًا أطول: --time-limit 10m، أو بلا حد.
go-on-node-limit = امنحه حدًّا أعلى: --node-limit، أو بلا حد.
go-on-memory-limit = احسم نقطة أو ضيّق خطًا في القضية، ثم اسأل من جديد.
go-on-number-limit = اكتب النتائج والكلف بأرقام أقل، ثم اسأل من جديد.
go-on-interrupted = شغّله من جديد؛ يحدد --time-limit المدة المسموح بها.
go-on-check-failed = أبلغ عن هذه القضية: البحث والتحقق مختلفان.
nothing-values = لا خطوة تفتح تداخلًا: ما لدى الأطراف من دون اتفاق هو ما يعترض الطريق.
nothing-positions = لا خطوة من الخطوات الممكنة تفتح تداخلًا.

## المكتب

desk-title = أين وصلت المحادثات
points = النقاط
agreed = متفق عليه
bracketed = بين قوسين
blocked = مسدود
clashes = التعارضات
clashes-across = { $n ->
    [zero] لا أحد منها يمتد عبر أكثر من نقطة
    [one] واحد منها يمتد عبر أكثر من نقطة
    [two] اثنان منها يمتدان عبر أكثر من نقطة
    [few] { $shown } منها تمتد عبر أكثر من نقطة
    [many] { $shown } منها تمتد عبر أكثر من نقطة
   *[other] { $shown } منها تمتد عبر أكثر من نقطة
}
cheapest = أقل التنازلات كلفة
overlap-then = المقبول للجميع بعدها
points-fixed = { $n ->
    [zero] لا نقطة تُحسم عندئذ بحكم الباقي
    [one] نقطة واحدة تُحسم عندئذ بحكم الباقي
    [two] نقطتان تُحسمان عندئذ بحكم الباقي
    [few] { $shown } نقاط تُحسم عندئذ بحكم الباقي
    [many] { $shown } نقطة تُحسم عندئذ بحكم الباقي
   *[other] { $shown } نقطة تُحسم عندئذ بحكم الباقي
}
brief-points = أين تقف كل نقطة
brief-standing = بحسب آخر العروض والخطوط المعلنة؛ وبجانب كل نقطة عدد التعارضات التي تمسّها.
what-moved = ما الذي تحرّك
since = منذ اجتماع { $what }
moved-on = { $n ->
    [zero] لم يتحرك
    [one] تحرك في نقطة واحدة
    [two] تحرك في نقطتين
    [few] تحرك في { $shown } نقاط
    [many] تحرك في { $shown } نقطة
   *[other] تحرك في { $shown } نقطة
}
no-sessions = لا اجتماع مسجل.
warnings = تنبيهات
cost = الكلفة { $what }، بتقديره هو
due = المستحق
nothing-due = لا شيء مستحق بحسب ما تقوله القضية.
due-list = مطابقة قائمة «{ $category }» لـ { $owner }، وهم لدى { $holder }: المختلف عليه { $n }
due-incident = التثبت من: { $kind }، { $place }، { $date } ({ $status })
due-answers = لم يُجب { $party } عن { $n } من { $all } بندًا في { $version }
due-more = { $n ->
    [zero] ولا شيء غير ذلك
    [one] وواحد آخر
    [two] واثنان آخران
    [few] و{ $shown } أخرى
    [many] و{ $shown } غيرها
   *[other] و{ $shown } غيرها
}
versions = نسخ النص
timeline = مسار المحادثات

## المصفوفة والنقاط

matrix-title = من يقف أين
matrix-caption = آخر العروض؛ وتحت كل منها ما يقبله الخط المعلن
crosses-own-line = خارج خطه المعلن
fixed-by-logic = محسوم بحكم الباقي
fixed-after = محسوم بحكم الباقي بعد أقل التنازلات كلفة
enter-offer = أدخل عرضًا
point = النقطة
status = الحالة
in-clashes = في التعارضات
no-offer = لا عرض
declared-line = يقبل:
neighbours = النقاط المجاورة
previous = النقطة السابقة
next = النقطة التالية
options = الخيارات
option = الخيار
offered = معروض
inside-line = داخل خطه
outside-line = خارج خطه
worth = قيمته { $what }
lines-and-ladders = ما يقبله كل طرف، وخطواته التالية
seen-public = يراه الجميع
seen-mediator = يراه صاحبه والوسيط
seen-sealed = مختوم: لصاحبه وحده
rules = قواعد تربط بين النقاط
offers-over-time = العروض
offer = العرض
date = التاريخ
party = الطرف
statements = التصريحات
grade = درجة المصدر { $what }

matrix-answers = من يقف أين في كل نقطة، وأين تلتقي العروض والخطوط المعلنة.
point-answers = ما يعرضه كل طرف ويقبله في هذه النقطة، وما يؤثر فيها.
nothing = لا شيء
or = أو
accepts = يقبل
accepts-also = وكذلك

## التعارضات

clashes-answers = أي المطالب يعترض بعضها بعضًا، إن وُجدت، وما الذي يحل ذلك.
argument-answers = أي المطالب يُبطل بعضها بعضًا، إن وُجدت: واحدًا واحدًا، مع الأسباب.
clash-why = لماذا، ولمن هذه المطالب
clash-demands = المطالب:
clash-laws = القوانين:
gives-up-condition = يتخلى عن شرطه
cost-owner-head = الكلفة بتقدير صاحبها نفسه

clashes-title = ما الذي يعترض الطريق
nobody-alone = الأكثر توازنًا في التوزيع
as-declared = كما أُعلن
print-argument = اطبع كحجّة
sliders = التنازلات خطوة خطوة
nothing-moves = لا يظهر هنا شيء يمكن أن يتحرك.
cost-in-all = الكلفة { $what } إجمالًا، مجموعةً من تقدير كل طرف لنفسه
clashes-left = { $n ->
    [zero] لم يبقَ أي من التعارضات المدرجة
    [one] بقي تعارض واحد من المدرجة
    [two] بقي تعارضان من المدرجة
    [few] بقيت { $shown } تعارضات من المدرجة
    [many] بقي { $shown } تعارضًا من المدرجة
   *[other] بقي { $shown } تعارض من المدرجة
}
slide-none = لا تداخل
slide-packages = { $n ->
    [zero] لا حزمة في التداخل
    [one] حزمة واحدة في التداخل
    [two] حزمتان في التداخل
    [few] { $shown } حزم في التداخل
    [many] { $shown } حزمة في التداخل
   *[other] { $shown } حزمة في التداخل
}
slide-between = { $what } حزمة في التداخل
see-packages = اعرض الحزم
put-out = ✂ حُلّ
own-demands = { $what }: مطالبه هو يُبطل بعضها بعضًا
from-public = يترتب على المعلومات العلنية وحدها
reliefs = ما يحل أكثر التعارضات مقابل كلفته
step = الخطوة
owner = صاحبها
puts-out = التعارضات التي تُحل
conflict-title = المطالب وما بينها من تعارضات
conflict-description = { $n ->
    [zero] لم يبقَ أي من التعارضات المدرجة.
    [one] بقي تعارض واحد من المدرجة.
    [two] بقي تعارضان من المدرجة.
    [few] بقيت { $shown } تعارضات من المدرجة.
    [many] بقي { $shown } تعارضًا من المدرجة.
   *[other] بقي { $shown } تعارض من المدرجة.
}
conflict-caption = ما هو مطلوب، بحسب صاحبه؛ كل عقدة مرقمة تعارض.
of-none = تصويتات
argument-title = لماذا لا تداخل
check-title = كيف يُتحقق من هذا
check-text = أُثبت كل تعارض مرتين: مطالبه لا تترك أي حزمة، ومن دون أي منها تبقى حزمة ما. تعيد الأوامر أدناه الإجابة، ويتحقق برنامجان لا شيفرة مشتركة بينهما من البرهان على عدم وجود تداخل.
check-hash = يجب أن يُسمّيا القضية

## النص

text-answers = النص كما هو الآن: ما هو نظيف، وما هو بين أقواس، ومن أجاب بماذا.

text-title = النص التفاوضي
working-text = نص العمل
version = النسخة
mode = النوع
compilation = تجميع
chair = اقتراح الوسيط
clauses = البنود
clauses-in-brackets = البنود التي فيها أقواس
pages-count = الصفحات
brackets-count = الأقواس
as-picture = كصورة
compared-with = مقارنةً بـ
show = اعرض
hand-out = للتوزيع:
chair-remark = اقتراح الوسيط، من دون مساس بأي موقف: النص كله بين أقواس، ولا شيء متفق عليه حتى يُتفق على كل شيء.
answer = الجواب
reply = الرد
reply-accept = قبول
reply-accept-if = قبول بشرط
reply-bracket = وضع بين أقواس
reply-refuse = رفض
words-to-it = كلام بشأنه
words-of-clause = الصياغة
propose-words = اقترح صياغة
author = الكاتب
issue-version = أصدر نسخة
package-of-offer = حزمة العرض
free-clause = بند بلا خيارات
clause-id = الرمز
place = الموضع
place-preamble = قبل النقطة الأولى
place-after = بعد { $what }
place-annex = مرفق
title = العنوان
ADD = البند جديد
MOD = صياغة البند تغيرت
SUP = حُذف البند
NOC = بلا تغيير
problem-unknown = لا يوجد { $kind } باسم `{ $what }`
problem-author = لا يجوز لأحد هنا أن يكتب باسم `{ $what }`
problem-mediator-offers = الوسيط لا يقدم عروضًا
problem-mediator-answers = الوسيط لا يجيب عن البنود
problem-mediator-issues = إصدار النسخ للوسيط، لا لـ `{ $what }`
problem-not-chosen = لم يُختر أي خيار في { $n } من { $all } نقطة: { $what }
problem-says-nothing = العرض لا يتناول أي نقطة
problem-twice = `{ $what }` محسومة مرتين
problem-day = `{ $what }` ليس يومًا
problem-time = `{ $what }` ليس وقتًا
problem-version-there = هناك نسخة باسم `{ $what }` من قبل
problem-version-name = لا يصلح `{ $what }` اسمًا لنسخة
problem-identifier = لا يصلح `{ $what }` رمزًا لبند
problem-is-point = `{ $what }` نقطة، ولها بندها
problem-condition = «قبول بشرط» يحتاج إلى شرطه
problem-carries-none = `{ $what }` لا يحمل أي خيار
problem-title = يحتاج البند إلى عنوان
problem-place = لا يقوم مقام النقطة إلا بندها
problem-changes-nothing = لن يتغير شيء
problem-not-theirs = ليس لهذا الطرف أن يغيّر `{ $what }`
problem-readers = لا يمكن إطلاع القراء ({ $what }) على هذا: { $why }
problem-no-act = `{ $what }` ليس سطر قيد يمكن سحبه
problem-not-own = القيد `{ $what }` لغيرك
problem-rests = تقوم عليه قيود لاحقة: { $what }
problem-take-back = لم يقترح `{ $what }` صياغة له
problem-unfit = لن يُعتدّ به: { $what }
problem-reply = ليس الجواب من الأجوبة الممكنة
problem-form = لم تُرسل الاستمارة كاملة
kind-party = طرف
kind-point = نقطة
kind-option-of = خيار في `{ $what }`
kind-version = نسخة
kind-clause = بند
kind-clause-of-version = بند في النسخة
kind-free-clause = بند بلا خيارات
expect-nothing = لا شيء: لا يوجد أي منها بعد
expect-one-of = واحد من { $what }
expect-day = يوم مثل 2031-03-14
expect-time = وقت بالتوقيت العالمي مثل 2031-03-14T09:30:00Z
expect-new-version = اسم لا تحمله أي نسخة
expect-version-name = حروف لاتينية وأرقام و`_` و`.` و`/` و`-`، مثل `SNT-6`
expect-identifier = حروف لاتينية وأرقام و`_` و`.` و`/` و`-`، مثل `aims`
expect-narrower = اطلاع أضيق، أو تغيير يمكنهم متابعته
expect-own = تغيير في خطوطه هو أو شروطه أو نتائجه أو ما لديه من دون اتفاق أو وسائل ضغطه أو تصريحاته أو هيئته
expect-act = عرض أو جواب أو صياغة أو بند أو تغيير في القضية ما زال يُعتدّ به
expect-later-first = تلك التي يجب سحبها أولًا
expect-no-point = رمز آخر، أو صياغة لبند النقطة نفسه
expect-every-point = خيار لكل نقطة، أو بيان بشأن بعضها
expect-place = قبل النقطة الأولى، أو بعد نقطة، أو بعد الأخيرة
expect-worded = بند له فيه صياغة
problem-chair = يحتاج الاقتراح النظيف إلى حزمة، أو إلى صياغة من الوسيط لكل نقطة غير مشتركة.
brackets-title = نسخ النص
brackets-description = { $n ->
    [zero] لا نسخة.
    [one] نسخة واحدة.
    [two] نسختان.
    [few] { $shown } نسخ.
    [many] { $shown } نسخة.
   *[other] { $shown } نسخة.
}
whole-case = القضية كلها في ملف واحد
offers-csv = العروض في ملف CSV

## الحزم والضغط

frontier-answers = أي الحزم يمكن أن يقبلها الجميع، وما المحسوم فيها، وما الذي يغيّر ذلك.
left-title = ما حُسم وما بقي مفتوحًا
left-text = من الحزم المذكورة أعلاه: تُعدّ النقطة محسومة حيث يكون الخيار نفسه في كل حزمة، ومفتوحة حيث ترد فيها خيارات عدة.
settled-points = { $n ->
    [zero] المحسوم: لا نقطة
    [one] المحسوم: نقطة واحدة
    [two] المحسوم: نقطتان
    [few] المحسوم: { $shown } نقاط
    [many] المحسوم: { $shown } نقطة
   *[other] المحسوم: { $shown } نقطة
}
open-points = { $n ->
    [zero] المفتوح: لا نقطة
    [one] المفتوح: نقطة واحدة
    [two] المفتوح: نقطتان
    [few] المفتوح: { $shown } نقاط
    [many] المفتوح: { $shown } نقطة
   *[other] المفتوح: { $shown } نقطة
}
look-title = حزم للاطلاع عليها
look-shown = الحزم من { $first } إلى { $last } من أصل { $all }
look-text = بترتيب النقاط وخياراتها؛ كل حزمة بخياراتها في النقاط المفتوحة.
look-before = الحزم السابقة
look-after = الحزم التالية
package-n = الحزمة { $what }
cost-puller-head = الكلفة على من يقوم بها، بتقديره هو
lever-in = { $by }، خلال { $days }

frontier-page = الحزم والضغط
packages-in = { $what } حزمة في التداخل
which-steps = أي الخطوات
none-as-declared = لا تداخل عند المواقف المعلنة.
no-room = لا يُعرف تداخل، ولا ما يفتحه.
after-steps = { $n ->
    [zero] عند المواقف المعلنة
    [one] بعد خطوة واحدة
    [two] بعد خطوتين
    [few] بعد { $shown } خطوات
    [many] بعد { $shown } خطوة
   *[other] بعد { $shown } خطوة
}
across = أفقيًا
up = عموديًا
draw = ارسم
frontier-title = الحزم بحسب ما يحصل عليه { $x } و{ $y }
frontier-description = { $n ->
    [zero] لا نقطة مما لا يمكن تحسينه لكليهما.
    [one] نقطة واحدة لا يمكن تحسينها لكليهما.
    [two] نقطتان لا يمكن تحسينهما لكليهما.
    [few] { $shown } نقاط لا يمكن تحسينها لكليهما.
    [many] { $shown } نقطة لا يمكن تحسينها لكليهما.
   *[other] { $shown } نقطة لا يمكن تحسينها لكليهما.
}
frontier-caption = النقاط الفاتحة: الحزم. الخط: ما لا يمكن تحسينه لكليهما. المظلل: أقل مما هو متاح من دون اتفاق.
no-deal-at = من دون اتفاق { $what }
one-axis = لا تظهر هنا إلا نتائج طرف واحد: الحزم مدرجة أدناه للاطلاع عليها.
no-scores = لا تظهر هنا أي نتائج: الحزم مدرجة أدناه للاطلاع عليها.
settlements = ما تختاره قواعد الإنصاف
efficient = حزم لا يمكن تحسينها لأحدهما من دون خسارة للآخر
and-more = { $n ->
    [zero] ولا شيء غير ذلك
    [one] وواحد آخر
    [two] واثنان آخران
    [few] و{ $shown } أخرى
    [many] و{ $shown } غيرها
   *[other] و{ $shown } غيرها
}
pressure = ما لدى كل طرف من دون اتفاق
pressure-text = كم حزمة تكون مقبولة كلما زاد أو نقص ما لدى طرف واحد من دون اتفاق، مع ثبات كل ما عداه.
pressure-title = الحزم بحسب ما لدى { $what } من دون اتفاق
pressure-description = دالة متدرجة لما لدى { $what } من دون اتفاق.
no-deal-of = ما لدى { $what } من دون اتفاق
packages-acceptable = الحزم المقبولة
now-at = الآن { $what }
in-months = { $n ->
    [zero] في هذا الشهر
    [one] بعد شهر
    [two] بعد شهرين
    [few] بعد { $shown } أشهر
    [many] بعد { $shown } شهرًا
   *[other] بعد { $shown } شهر
}
as-table = كجدول
no-deal-up-to = من دون اتفاق، حتى
packages = الحزم
levers = ما يستطيع طرف أن يفعله بشأن ما لدى طرف آخر من دون اتفاق
lever = الفعل
change = تغيّر ما لديه من دون اتفاق
days = الأيام
lever-sets = ما يفتح تداخلًا عند المواقف المعلنة
lever-set = { $levers }: الكلفة { $cost } بتقدير من يقومون بها، والأيام { $days }
time = ما يفعله الوقت وحده
all-together = كل الاتجاهات معًا
day-n = اليوم { $shown }
turn-opens = ينفتح تداخل في { $what }
turn-closes = ينغلق التداخل في { $what }
turn-never-opens = لا ينفتح أي تداخل أبدًا
turn-never-closes = لا ينغلق التداخل أبدًا
turn-closed = لا تداخل خلال مئة عام
turn-open = يبقى هناك تداخل مئة عام
package-acceptable = مقبولة للجميع عند المواقف المعلنة
package-not-acceptable = غير مقبولة عند المواقف المعلنة
below-no-deal = يحصل { $what } على أقل مما لديه من دون اتفاق
score = النتيجة
votes = التصويت
needs = يلزم { $what }
vote-passes = يُعتمد
vote-fails = لا يُعتمد
clean-text = النص النظيف

## العروض

offer-by = عرض من
fill-in-public = املأ بما يعرفه الجمهور عن موقفه
offer-kind = ما هو
stand-of = ابدأ من موقف
offer-statement = بيان بشأن بعض النقاط
offer-package = حزمة تؤخذ كلًّا واحدًا
said-by = ما يقوله { $what }
says-nothing = لا يقول شيئًا بشأنها
stands-in-public = يتمسك بـ { $what }، كما يعلم الجميع
stands-in-confidence = يتمسك بـ { $what }، وقد قيل سرًّا
preview = انظر من سيقرأ ماذا
preview-title = قبل أن يُسجَّل
preview-remark = لم يُسجَّل شيء بعد. هذا ما سيقرؤه كل منهم:
reads-nothing = لا شيء؛ ولا يعلمون بأن شيئًا قد سُجّل.
reader-mediator = الوسيط
reader-public = الجميع
change-it = غيّره
problem-offer = لا يوجد عرض كهذا، أو لم يتناول صاحبه كل النقاط.
who-may-see = من يجوز له أن يراه
date-of-offer = يوم العرض، إن لم يكن اليوم
note = ملاحظة، للوسيط وللكاتب
write-down = سجّل
journal-remark = يُضاف إلى السجل بجانب القضية؛ ويبقى ملف القضية كما هو.
problems = لم يُسجَّل شيء:
not-written = تعذّر تسجيله.
offer-n = العرض { $what }
changes-points = { $n ->
    [zero] لا يغيّر أي نقطة
    [one] يغيّر نقطة واحدة
    [two] يغيّر نقطتين
    [few] يغيّر { $shown } نقاط
    [many] يغيّر { $shown } نقطة
   *[other] يغيّر { $shown } نقطة
}

## مسار المحادثات

timeline-title = مسار المحادثات
timeline-description = { $n ->
    [zero] لا حدث.
    [one] حدث واحد.
    [two] حدثان.
    [few] { $shown } أحداث.
    [many] { $shown } حدثًا.
   *[other] { $shown } حدث.
}
statement-short = تصريح
lane-sessions = الاجتماعات
lane-incidents = الحوادث

## ماذا لو

what-if-title = ماذا لو
what-if-text = غيّر القضية كما هي، جنبًا إلى جنب، في أربعة بدائل على الأكثر: اسحب ما يقبله طرف، أو أسقط شرطًا، أو استعمل وسيلة ضغط، أو احسم نقطة. لا يُسجَّل شيء.
branch-n = البديل { $shown }
name = الاسم
kind-step = ما يقبله طرف أيضًا
kind-drop = إسقاط شرط
kind-pull = استعمال وسيلة ضغط
kind-fix = حسم نقطة
kind-values = تغيير ما لدى طرف من دون اتفاق
no-changes = كما هي حتى الآن.
undo-change = اترك: { $what }
adopt = أدخل «{ $what }» في القضية
save-overlay = احفظ كملف تغييرات
compare = قارن
compared = جنبًا إلى جنب
as-it-is = كما هي

## تغيير القضية

menu-case = القضية
menu-history = ما سُجّل
menu-package = جرّب حزمة
case-title = القضية بالكلمات
case-remark = ما يُغيَّر هنا يُضاف إلى السجل قيدًا قائمًا بذاته؛ ويبقى ملف القضية كما هو، ويمكن سحب ما غُيِّر.
as-of-day = كما في { $what }
change-case = غيّر العنوان واليوم
change-entry = غيّر
case-body = المقاعد { $n }، وتصادق عن { $party }
case-lever = يستطيع { $by } أن يغيّر ما لدى { $target } من دون اتفاق بمقدار { $delta }، بعد { $days } يومًا، بكلفة { $cost } بتقديره هو
move-up = إلى أعلى: { $what }
move-down = إلى أسفل: { $what }
list-case = العنوان واليوم
list-parties = الأطراف
list-points = النقاط المطلوب حسمها
list-lines = ما تقبله الأطراف، نقطة نقطة
list-links = شروط تربط بين النقاط
list-scores = قيمة كل شيء لدى طرف
list-bodies = الهيئات التي يجب أن توافق
list-levers = وسائل التأثير في ما لدى الآخرين من دون اتفاق
list-sessions = الاجتماعات
list-statements = التصريحات
list-incidents = الحوادث
list-delegations = الوفود
list-phases = مراحل التنفيذ
add-party = أضف طرفًا
add-point = أضف نقطة
add-line = أضف ما يقبله طرف في نقطة
add-link = أضف شرطًا
add-body = أضف هيئة
add-lever = أضف وسيلة ضغط
add-session = أضف اجتماعًا
add-statement = أضف تصريحًا
add-incident = أضف حادثًا
add-delegation = أضف وفدًا
add-phase = أضف مرحلة
scores-of = قيمة كل شيء لدى { $what }
scores-remark = رقم لكل خيار، على مقياس الطرف نفسه؛ وما يوضع على نقطة يُضرب في وزنها، وهو 1 حيث لا يُذكر وزن. والنقطة التي بلا أرقام قيمتها 0.
field-title = العنوان
field-as-of = اليوم الذي تصفه القضية
field-disclaimer = ما يجب أن يعرفه القراء عن صفتها
field-comparable = هل نتائج الأطراف على مقياس واحد؟
field-name = الاسم
field-short = اسم قصير للجداول
field-role = الدور في المحادثات
field-decides-by = من يقرر عنه
field-no-deal = ما لديه من دون اتفاق، على مقياسه هو
field-no-deal-low = من، حيث لا يكون مؤكدًا
field-no-deal-high = إلى، حيث لا يكون مؤكدًا
field-trend = مقدار تغيّره كل شهر
field-no-deal-note = ملاحظة بشأنه
field-impasse = قيمته عند الجمود، إن كانت غير ذلك
field-visibility-scores = من يجوز له أن يرى نتائجه وقيمه
field-colour = اللون في الصور، مثل #2f5d8a
field-marker = العلامة في الصور
field-note = ملاحظة
field-mediators-note = ملاحظة للوسيط وحده
field-code = رمز قصير
field-visibility = من يجوز له أن يراه
field-options = الخيارات
field-label = الخيار
field-wording = صياغة البند
field-from = من
field-to = إلى
field-step = بخطوات مقدارها
field-unit = الوحدة
field-owner = لمن هو
field-point = النقطة
field-ladder = ما هو مقبول: الآن، وفي أي خطوات تالية
field-accept = الخيارات المقبولة
field-cost = كلفة الخطوة بتقدير صاحبها نفسه
field-kind = هل يمكن التخلي عنه؟
field-rule = الشرط، مثل: if land = shared then fishing = yes
field-relax-cost = كلفة إسقاطه بتقدير صاحبه نفسه
field-for-party = تصادق عن
field-seats = المقاعد
field-blocs = الكتل
field-bloc = الكتلة
field-accepts = ما تقبله، مثل: land = shared or kept and fishing = yes
field-rules = متى يلزم كم مقعدًا
field-rule-name = القاعدة
field-need = المقاعد اللازمة
field-when = متى (دائمًا إن تُرك فارغًا)، مثل: land = shared
field-by = من يستعملها
field-target = من يتغير ما لديه من دون اتفاق
field-delta = بأي مقدار
field-cost-to-puller = كلفتها على من يستعملها، بتقديره هو
field-delay = الأيام حتى يظهر أثرها
field-day = اليوم
field-meeting = من التقى بمن
field-with = الوفود التي حضرت
field-led-by = برئاسة
field-text-version = نسخة النص المطروحة
field-outcome = ما أسفر عنه
field-said-by = من قاله
field-says = نص الكلام
field-channel = أين قيل
field-grade = درجة المصدر، من A1 إلى F6
field-about = النقاط التي يتناولها
field-reads-as = ما يُفهم أنه يقبله، مثل: land = shared
field-place = المكان
field-what-happened = ما حدث
field-claimed-by = من يدّعيه
field-attributed-to = إلى من يُنسب
field-response = جواب الجانب المتهم
field-sources = المصادر
field-source = نوع المصدر
field-established = مدى ثبوته
field-precision = مدى دقة اليوم
field-reported = أُبلغ عنه في
field-entry-options = الخيارات التي يتعلق بها، مثل: land = shared
field-clauses = بنود النص، واحد في كل سطر
field-supersedes = رمز القيد الذي يحل محله
field-entered-by = صاحب القيد: رمز طرف، أو mediator
field-verification = مدى التحقق منه
field-verified-by = الجهة التي تحققت
field-verified-on = تاريخ التحقق
field-category = الفئة، مثل strike أو shelling
field-counts = كم، وممَّ
field-counted = ممَّ
field-least = على الأقل
field-most = على الأكثر
field-party = الطرف
field-offices = المناصب، كل منها في سطر
field-phase-day = اليوم بعد التوقيع
field-opens-when = ما يجب أن يتحقق قبلها، كل شرط في سطر
field-deliver = ما يُنفَّذ فيها، كل بند في سطر
field-rollback = ما يلغيها، كل سبب في سطر
field-weight = الوزن
field-score-from = نتيجة الرقم الأول
field-score-to = نتيجة الرقم الأخير
field-pieces = أو أزواج من رقم ونتيجة، كل زوج في سطر، مثل 5 = 10
word-public = الجميع
word-mediator = صاحبه والوسيط
word-sealed = صاحبه
word-demand = نعم: يستطيع صاحبه أن يتخلى عنه
word-law = لا: قانون من قوانين الطبيعة أو البلد
word-square = مربع
word-circle = دائرة
word-triangle = مثلث
word-diamond = معيّن
word-cross = صليب
word-star = نجمة
word-true = نعم
word-false = لا
word-shuttle = مكوكي: الوسيط يلتقي جانبًا بعد جانب
word-bilateral = جانبان
word-three-way = ثلاثة جوانب
word-multilateral = الجوانب معًا
word-day = ذلك اليوم
word-week = في ذلك الأسبوع
word-month = في ذلك الشهر
word-about = نحو ذلك الوقت
word-unverified = لم يُتحقق منه
word-probable = مرجح
word-confirmed = مؤكد
word-confirmed-unattributed = مؤكد، دون معرفة الفاعل
word-refuted = منفي
word-both = كلاهما
word-disputed = مختلف عليه
word-unknown = غير معروف
more-rows = صفوف أخرى
take-out = احذف
continue = تابع
act-legend = من يغيّرها، ومن يجوز له أن يعلم
act-by = غيّرها
act-visibility = من يجوز له أن يرى التغيير
act-visibility-fits = كل من يجوز له أن يرى ما يقوله
act-reason = السبب، للوسيط وللكاتب
retire = أخرجه من القضية
cancel = عودة إلى القضية
codes-title = النقاط والخيارات برموزها القصيرة
codes-text = تُسمّي الشروط النقاط والخيارات بهذه الرموز. اضغط رمزًا لوضعه حيث تكتب.
fits = يوافق القضية. وسيُقرأ هكذا:
fits-not-yet = لا يوافق القضية بعد.
history-title = ما سُجّل
history-text = الأحدث أولًا. ما سجّلته أنت يمكن سحبه بقيد لاحق؛ ويبقى كلاهما مقروءًا.
history-empty = لم يُسجَّل شيء بعد.
history-more = { $n ->
    [zero] لا قيود أسبق؛ يسردها كلها winset history --all
    [one] قيد أسبق واحد؛ يسرده winset history --all
    [two] قيدان أسبقان؛ يسردهما winset history --all
    [few] { $shown } قيود أسبق؛ يسردها كلها winset history --all
    [many] { $shown } قيدًا أسبق؛ يسردها كلها winset history --all
   *[other] { $shown } قيد أسبق؛ يسردها كلها winset history --all
}
as-it-stood = القضية كما كانت في نهاية هذا اليوم
taken-back = سُحب
take-back = اسحب
counts-not = لا يُعتدّ به: { $what }
past-banner = هذه هي القضية كما كانت في سجلها في نهاية { $what }.
past-now = القضية كما هي الآن
news-file = غُيِّر ملف القضية: { $what }
news-journal = غُيِّر السجل في ما كان مكتوبًا من قبل.
news-head = تغيرت القضية:
news-show = اعرضها (ويضيع ما لم ترسله)

## تجربة حزمة

try-text = اختر خيارًا في ما تشاء من النقاط: تقول هذه الصفحة من يقبل ذلك ولماذا لا يقبله غيره. لا يُسجَّل شيء.
try-start = ابدأ من
try-empty = لم يُختر شيء
try-leave-open = اتركها مفتوحة
start-stand = ما يتمسك به { $what }
start-rule = ما تختاره قواعد التسوية: { $what }
start-text = النص { $what }، حيث له صياغة واحدة
try-open = { $n ->
    [zero] كل النقاط محسومة
    [one] نقطة واحدة مفتوحة
    [two] نقطتان مفتوحتان
    [few] { $shown } نقاط مفتوحة
    [many] { $shown } نقطة مفتوحة
   *[other] { $shown } نقطة مفتوحة
}
try-some = مع ما اختير، { $n } حزمة مقبولة للجميع؛ { $open }.
try-none = مع ما اختير، لا شيء مقبول للجميع أيًّا كان ما يُختار في سواه؛ { $what }.
try-who = من يقبلها
try-says = يقول
try-gets = يحصل على
try-without = من دون اتفاق
try-yes = يقبل
try-no = لا يقبل
try-not-against = لا شيء مما اختير خارج خطوطه
try-laws = يخالف ما لا يستطيع أحد التخلي عنه
try-clashes = { $n ->
    [zero] لا ينتهي أي تعارض معروف بما يُتنازل عنه هنا
    [one] تعارض معروف واحد ينتهي بما يُتنازل عنه هنا
    [two] تعارضان معروفان ينتهيان بما يُتنازل عنه هنا
    [few] { $shown } تعارضات معروفة تنتهي بما يُتنازل عنه هنا
    [many] { $shown } تعارضًا معروفًا تنتهي بما يُتنازل عنه هنا
   *[other] { $shown } تعارض معروف تنتهي بما يُتنازل عنه هنا
}
try-save = احتفظ بها
try-as-offer = كعرض
try-as-what-if = كبديل في «ماذا لو»
try-as-draft = كنسخة جديدة من النص
try-branch = الحزمة
near-ask = ابحث عن أقرب حزمة مقبولة
near-title = أقرب حزمة مقبولة
near-opened = لا شيء مقبول للجميع في الوضع الراهن. بعد أقل التنازلات كلفة، هذه هي الأقرب:
near-itself = لا شيء مقبول للجميع في الوضع الراهن. بعد أقل التنازلات كلفة، تصبح هذه الحزمة نفسها مقبولة.
near-changes = { $n ->
    [zero] لا تغيّر أي نقطة.
    [one] تغيّر نقطة واحدة؛ ولا حزمة مقبولة تغيّر أقل من ذلك.
    [two] تغيّر نقطتين؛ ولا حزمة مقبولة تغيّر أقل من ذلك.
    [few] تغيّر { $shown } نقاط؛ ولا حزمة مقبولة تغيّر أقل من ذلك.
    [many] تغيّر { $shown } نقطة؛ ولا حزمة مقبولة تغيّر أقل من ذلك.
   *[other] تغيّر { $shown } نقطة؛ ولا حزمة مقبولة تغيّر أقل من ذلك.
}
near-others = هناك حزم أخرى بالقرب نفسه.
near-none = لا توجد في الوضع الراهن حزمة مقبولة، مهما كان عدد النقاط التي تُغيَّر.
near-try = جرّب هذه

## كشف الطرف

menu-sheet = كشفي
sheet-title = كشف { $what }
sheet-text = نقطة نقطة: من يتمسك بماذا بقدر ما ترى، وما تقبله أنت، وقيمته لديك.
sheet-no-deal = ما لديك من دون اتفاق: { $what }
sheet-scores = غيّر قيمة كل شيء
sheet-values = غيّر ما لديك من دون اتفاق
sheet-table = على الطاولة
sheet-line = تقبله
sheet-worth = القيمة
sheet-now = الآن
sheet-later = في الخطوة { $n }، بكلفة { $cost }
sheet-not = لا في أي خطوة
sheet-answered = جوابك عن { $what }:
sheet-unanswered = لم تُجب عن { $what } هنا.

## على الورق

print-confidential = سرّي: لمكتب الوسيط وحده
print-for = لـ { $what }

## صفحة البداية

start-title = ابدأ قضية أو افتح قضية
start-lead = تقول القضية من يتفاوض، وعلى ماذا، وما الذي يقبله كل طرف.
start-another = قضية أخرى
start-open-now = المفتوحة الآن:
start-private = تبقى القضايا في ملفات على هذا الجهاز؛ لا يُرسل شيء إلى أي مكان.
start-wrong = { $n ->
    [zero] لا شيء يعترض الطريق.
    [one] أمر واحد يعترض الطريق؛ وهو معلَّم أدناه.
    [two] أمران يعترضان الطريق؛ وهما معلَّمان أدناه.
    [few] { $shown } أمور تعترض الطريق؛ وهي معلَّمة أدناه.
    [many] { $shown } أمرًا تعترض الطريق؛ وهي معلَّمة أدناه.
   *[other] { $shown } أمر تعترض الطريق؛ وهي معلَّمة أدناه.
}
start-recent = افتح من جديد
start-recent-gone = لم يعد الملف موجودًا
start-new = قضية جديدة
start-new-about = يلزمك عنوان، والأطراف التي يجب أن تتفق، والنقاط ونتائجها الممكنة. ما يقبله كل طرف يمكن أن يأتي لاحقًا.
start-new-go = اكتبها
start-new-remark = الصفوف الفارغة تُترك. كل ما تكتبه يمكن تغييره لاحقًا.
start-create = أنشئ القضية وافتح مكتبها
start-back = رجوع
start-case-title = حول ماذا تدور المحادثات؟
start-parties = من يجب أن يتفق
start-party-n = الطرف { $shown }
start-short = اسم قصير
start-role = الدور
start-role-none = (غير مذكور)
start-role-principal = طرف أصيل
start-role-mediator = وسيط له مصالح
start-role-ally = حليف
start-more-parties = أطراف أكثر
start-mediator = وسيط يساعد ولا يلزم أن يوافق (اختياري)
start-points = ما على الطاولة
start-points-remark = لكل نقطة نتيجتان أو أكثر قد يريدها أحد: كل واحدة في سطر، أو بينها فاصلة منقوطة.
start-point-n = النقطة { $shown }
start-options = النتائج
start-more-points = نقاط أكثر
start-file = اسم الملف (اختياري)
start-file-remark = يُنشأ ملف بهذا الاسم في { $what }؛ ومن دون اسم يُؤخذ من العنوان. الملفات الموجودة تبقى كما هي.
start-template = من قالب
start-template-about = قضية كاملة للنظر فيها وتغييرها، وفي ملفها شروح.
start-template-choose = ابدأ بـ
start-own-title = عنوانك أنت (اختياري)
start-template-go = أنشئها وافتح مكتبها
start-import = من ملف
start-import-about = مصنّف جداول (XLSX أو ODS أو CSV) ولو لم يُعدّ لـ winset، أو قضية (YAML أو JSON أو TOML). قبل أن تُكتب القضية ترى ما فُهم منه.
start-upload = الملف
start-import-go = اقرأه
start-read = ما يقوله الملف
start-read-parties = { $n ->
    [zero] لا أطراف
    [one] طرف واحد
    [two] طرفان
    [few] { $shown } أطراف
    [many] { $shown } طرفًا
   *[other] { $shown } طرف
}
start-read-points = { $n ->
    [zero] لا نقاط
    [one] نقطة واحدة
    [two] نقطتان
    [few] { $shown } نقاط
    [many] { $shown } نقطة
   *[other] { $shown } نقطة
}
start-read-title = العنوان
start-read-plain = قُرئ كما هو؛ لم يلزم تخمين شيء.
start-read-told = كيف فُهم كل شيء
start-read-told-remark = راجعه قبل أن تتابع: هذه تخمينات، ومع كل منها موضعه في الملف.
start-read-yes = نعم، اكتب القضية وافتح مكتبها
start-read-back = رجوع؛ لا تكتب شيئًا
start-no-file = اختر ملفًا أولًا.
start-whole = القضية
start-file-word = اسم الملف
start-parties-remark = طرفان أو أكثر؛ الأسماء القصيرة والأدوار اختيارية. حيث يوجد أطراف أصيلون تُعدّ النقطة متفقًا عليها حين يتفق هؤلاء.
start-few-parties = يلزم أن يتفق طرفان أو أكثر؛ سمِّهما.
start-no-points = اكتب نقطة واحدة على الأقل مع نتائجها.
start-no-template = اختر ما تبدأ به.
start-file-name = أعطِ اسم ملف وحده: حروف وأرقام ومسافات وشرطات، من دون مجلد، ولا يبدأ بنقطة أو شرطة.
start-file-long = الاسم أطول مما يلزم؛ يكفي { $shown } حرفًا.
start-file-ending = يجب أن ينتهي الاسم بـ .yaml أو .yml؛ ومن دون لاحقة يأخذ .yaml.
start-file-there = { $file } موجود ويبقى كما هو. اختر اسمًا آخر؛ { $free } متاح.
start-journal-there = هناك سجل لقضية باسم { $file }. اختر اسمًا آخر؛ { $free } متاح.
start-not-there = لم يعد الملف موجودًا.
start-not-listed = هذه القضية ليست في قائمة ما فُتح.
start-read-gone = قُرئ ذلك الملف قبل حين، وقُرئ بعده غيره. اختره مرة أخرى.
sketch-says-nothing = تنقص هنا كلمات.
sketch-party-twice = { $what } موجود؛ لكل طرف اسم خاص به.
sketch-short-twice = { $what } موجود؛ لكل طرف اسم قصير خاص به.
sketch-point-twice = «{ $what }» موجودة؛ لكل نقطة عنوان خاص بها.
sketch-few-outcomes = تحتاج النقطة إلى نتيجتين أو أكثر، بينها فاصلة منقوطة: نعم؛ لا
sketch-outcome-twice = «{ $what }» مكتوبة مرتين.

## ما تعنيه الكلمات

what-words-mean = ما تعنيه الكلمات هنا
term-line = الخط المعلن
meant-line = الخيارات التي يقول طرف إنه يقبلها في نقطة.
term-agreed = متفق عليه
meant-agreed = كل من تكلم بشأن النقطة يعرض الخيار نفسه.
term-blocked = مسدود
meant-blocked = لا خيار يقع داخل كل الخطوط المعلنة؛ أما «بين قوسين» فيقع فيه خيار ما داخلها وتختلف العروض.
term-fixed = محسوم بحكم الباقي
meant-fixed = في كل حزمة يمكن أن يقبلها الجميع تُحسم النقطة على هذا النحو.
term-clash = تعارض
meant-clash = مطالب لا تلبيها معًا أي حزمة، مع أن حزمة ما تلبي البقية إن سقط أي واحد منها.
term-ladder = الخطوات
meant-ladder = ما قد يقبله طرف فوق خطه المعلن، بترتيب من عنده، ولكل خطوة كلفة.
term-estimate = الكلفة
meant-estimate = رقم يقدّر به الطرف المعني، على مقياسه هو، ما تكلفه خطوة. وجمعه يفيد في ترتيب الخطوات، ولا يفيد في شيء غير ذلك.
term-opening = أقل التنازلات كلفة
meant-opening = خطوات وشروط يُتخلى عنها تصبح بعدها حزمة ما مقبولة للجميع، بأقل كلفة إجمالية.
term-share = الأكثر توازنًا في التوزيع
meant-share = تنازلات تفتح تداخلًا وتكون فيها أكبر كلفة على طرف واحد أصغر ما يمكن.
term-without-deal = من دون اتفاق
meant-without-deal = النتيجة التي يعطيها طرف للانصراف من دون اتفاق؛ والحزمة التي تعطيه أقل منها غير مقبولة لديه.
term-package = حزمة
meant-package = خيار واحد لكل نقطة.
term-improve = لا يمكن تحسينها
meant-improve = كل حزمة مقبولة أفضل منها لأحدهما هي أسوأ منها للآخر.
term-rules = قواعد الإنصاف
meant-rules = صيغ من المراجع العلمية تختار بين الحزم المقبولة بحسب نتائج الأطراف. وهي للمشورة؛ ولا تلزم أحدًا.
term-lever = الفعل
meant-lever = فعل من طرف يغيّر ما لدى طرف آخر من دون اتفاق.
term-compilation = تجميع
meant-compilation = كل العروض جنبًا إلى جنب، وما لم يُتفق عليه بين أقواس.
term-chair = اقتراح الوسيط
meant-chair = نص الوسيط النظيف، كله بين أقواس إلى أن يوافق الجميع.
term-bracket = الأقواس
meant-bracket = تحيط بما لم يُتفق عليه من صياغة، مع ذكر من يقترحه.
assumed = على أساس { $count } لدى { $by } بشأن { $about }: { $list }.
assumed-count = { $n ->
    [zero] لا افتراضات
    [one] افتراض واحد
    [two] افتراضين
    [few] { $shown } افتراضات
    [many] { $shown } افتراضًا
   *[other] { $shown } افتراض
}

## التمرين

menu-rehearse = تمرين
rehearse-page = التمرين على جولة
rehearse-answers = كيف قد تسير المحادثات بين الأطراف، وما الذي يمكن اقتراحه عند كل دور.
rehearse-text = تلعب برامج، كلٌّ منها بحسب تفضيلات طرفه وحده. يبيّن ذلك طرقًا قد تسير بها المحادثات، ولا يتنبأ بشيء.
rehearse-too-few = يحتاج التمرين إلى تفضيلات طرفين أو أكثر، وما يُرى هنا أقل من ذلك. سجّل ما تظن أن الطرف الآخر يريده بوصفه افتراضًا، وتمرّن عليه.
rehearse-by-name = بالاسم، للباحثين
rehearse-rounds = عدد الجولات على الأكثر
rehearse-seed = المصادفة: العدد نفسه، والمحادثات نفسها
rehearse-number = { $what } ليس عددًا صحيحًا من { $least } إلى { $most }.
rehearse-agreed = المتفق عليه
rehearse-caption = كل علامة حزمة طُرحت، ومعها رقم دورها؛ والدرج هو ما لا يمكن تحسينه للطرفين معًا، أيًّا تكن الخطوط الحمراء.
rehearse-before = قبل الدور الأول
rehearse-after = بعد الدور { $n } من { $all }
rehearse-turns = الأدوار
rehearse-first = إلى البداية
rehearse-back = دور إلى الوراء
rehearse-on = دور إلى الأمام
rehearse-last = إلى النهاية
rehearse-whose = الدور التالي لـ { $what }.
rehearse-tabled = على الطاولة
rehearse-takes = ما يقبله كل طرف الآن
rehearse-proposal = ما يمكن اقتراحه الآن
rehearse-try = انظر إلى هذه الحزمة: جرّبها أو احتفظ بها عرضًا أو افتراض «ماذا لو»
rehearse-what = الدور
rehearse-round = الجولة
style-boulware = يتمسّك ولا يتنازل إلا قرب النهاية
style-linear = يتنازل باطّراد
style-conceder = يتنازل مبكرًا
style-hardliner = لا يتنازل أبدًا
style-tit-for-tat = يتنازل بقدر ما يتنازل الآخر
style-micro = يتنازل بخطوات صغيرة حين يتنازل الآخر
style-hybrid = يتنازل بحسب الوقت وبحسب ما يفعله الآخر
style-random = يطرح حزمًا بالمصادفة
rehearse-two = يشارك في التمرين من طرفين إلى { $what } طرفًا.
rehearse-no-part = لا يشارك
rehearse-all = { $n ->
    [zero] لا أدوار
    [one] الدور الوحيد
    [two] الدوران كلاهما
    [few] الأدوار الـ{ $shown } كلها
    [many] الأدوار الـ{ $shown } كلها
   *[other] الأدوار الـ{ $shown } كلها
}

# الخطة والتبادل
menu-plan = الخطة والتبادل
plan-answers = كيف يُنفَّذ اتفاق خطوة خطوة، وماذا أعطى كل طرف في كل لحظة، ومن يعود إلى بيته ومتى.
plan-write = تظهر الخطة إذا ورد `plan` في ملف القضية، ويظهر التبادل إذا ورد `prisoners` ومعه `clearing`.
plan-write-how = ما الذي يُكتب
plan-title = الخطة
plan-found = يمكن تنفيذها خلال { $rounds } و{ $days }.
plan-rounds = { $n ->
    [zero] صفر من الجولات
    [one] جولة واحدة
    [two] جولتين
    [few] { $shown } جولات
    [many] { $shown } جولة
   *[other] { $shown } جولة
}
plan-days = { $n ->
    [zero] صفر من الأيام
    [one] يوم واحد
    [two] يومين
    [few] { $shown } أيام
    [many] { $shown } يومًا
   *[other] { $shown } يوم
}
plan-no-dates = لا يمكن تنفيذها: التواريخ تتناقض.
plan-no-bounds = لا يمكن تنفيذها: لا ترتيب للتسليم يحترم الحدود.
plan-no-together = لا يمكن تنفيذها: لا ترتيب يحترم التواريخ والحدود معًا.
plan-stopped-some = يمكن تنفيذها خلال { $rounds }. ولم يُحسم هل يمكن ما هو أفضل: { $what }.
plan-stopped = لم يُحسم هل يمكن تنفيذها: { $what }.
plan-signed = التوقيع في { $what }؛ ومنه تُعدّ الأيام.
plan-signed-assumed = تُعدّ الأيام من { $what }، يوم القضية: فالخطة تترك يوم التوقيع مفتوحًا.
plan-signed-open = تُعدّ الأيام من التوقيع، ويومه مفتوح.
plan-bounds = أقصى ما يُعطى بلا مقابل: { $what }.
plan-hidden = قيم لا تُعرض عليك: { $what }. والجولات والحدود والانكشاف بحسب القيم التي تراها.
plan-any-package = من دون حزمة تُخطَّط البنود مهما قالت شروطها.
plan-left-out = ليس منها مع هذه الحزمة: { $what }.
plan-package = الحزمة
plan-package-open = لم تُختر
plan-picture-title = الخطة بالأيام
plan-picture-description = بنود الخطة: { $what }.
plan-picture-under = المملوء: قيد التسليم. الإطار: قيد التحقق. وتحت الأيام: ما أعطاه كل طرف بلا مقابل.
plan-picture-axis = الأيام بعد التوقيع
plan-item-told = { $who }: { $what }، من { $from } إلى { $to }
plan-gate = { $name }: تُفتح حين { $what }
plan-undone-by = يُبطلها: { $what }
plan-exposed-told = ما أعطاه { $who } بلا مقابل بعد كل جولة: { $what }
plan-strip-bound = { $who }، بحد أقصى { $most }
plan-day = اليوم { $what }
plan-day-date = اليوم { $what } ({ $date })
plan-items = البنود وأيامها
plan-item = البند
plan-by = يسلّمه
plan-begins = يبدأ
plan-verified = يُتحقَّق منه
plan-round = الجولة
plan-phase = المرحلة
plan-waits = ينتظر { $what }
plan-exposure = ما أعطاه كل طرف بلا مقابل، بقيمه هو
plan-deposits = ما الذي يُلزم كلًّا بكلمته
plan-deposits-text = الكفالة تضيع عند القطع، فتجعل المضيّ مساويًا للتوقف كلما جاء دور الطرف. والضمان يعوّض أسوأ ما أعطاه.
plan-bond = كفالة
plan-guarantee = ضمان
plan-trust = كم من الثقة يلزم، مهما كانت الأيام
plan-trust-common = الحد نفسه لكل طرف
plan-trust-alone = { $what } وحده
plan-trust-none = لا حدّ يكفي: حدود الآخرين تعترض
plan-trust-at-least = { $what } أو أكثر؛ { $why }
plan-known = كيف يُعرف ذلك
plan-fewer-rounds = لا جولات أقل
plan-less-exposure = لا انكشاف أقل فيها
plan-earlier-end = لا نهاية أبكر
plan-proven = مُثبت ومُتحقَّق منه
plan-searched = بحث في كل ترتيب
plan-contradiction = قواعد تتناقض
plan-missing-days = أيام تطلبها معًا وليست موجودة: { $what }.
plan-why = لماذا
plan-bounds-why = ضمن الحدود يبلغ التسليم { $what } من مجموعات البنود المسلَّمة، وليس بينها المجموعة الكاملة: مُتحقَّق منه.
plan-together-why = بعض الترتيبات يحترم الحدود وبعض الأيام يحترم التواريخ؛ وجُرّب كل ترتيب: مُتحقَّق منه.
plan-rounds-least = الجولات اللازمة: { $what } أو أكثر.
plan-exposure-least = في جولات بهذه القلة يبلغ انكشاف أحدهم { $what } أو أكثر.
plan-gates = المراحل وبواباتها
plan-gate-opens = تُفتح حين
plan-gate-delivers = تسلّم
plan-gate-undone = يُبطلها
plan-late = حين يتأخر بند
plan-late-item = البند الذي يتأخر التحقق منه
plan-late-days = أيام التأخير
plan-late-ask = أظهر ما يتحرك
plan-late-title = { $what }، أيام التأخير: { $days }
plan-late-nothing = لا شيء آخر يتأخر.
plan-late-moved = { $what } يبدأ في { $day }، متأخرًا بأيام: { $days }. وهو ينتظر { $why }.
plan-late-broken = مكسور: { $what }.
plan-late-end = حينئذ يُتحقَّق من آخر بند في { $what }.
plan-late-number = `{ $what }` ليس عدد أيام من 0 إلى { $most }
plan-late-unknown = `{ $what }` ليس بندًا من هذه الخطة
term-exposure = الانكشاف
meant-exposure = ما أعطاه طرف ولم يسترده بعد، بقيمه هو.
term-bound = الحد
meant-bound = أقصى ما يجرؤ طرف على إعطائه بلا مقابل.
term-gate = البوابة
meant-gate = ما يجب أن يتحقق قبل أن تبدأ مرحلة.
exchange-title = تبادل الأسرى
exchange-day-zero = اليوم 0 هو { $what }.
exchange-lists = أشخاص { $owner } لدى { $holder }
exchange-category = الفئة
exchange-claimed = مُطالَب بهم
exchange-acknowledged = مُعترَف بهم
exchange-dead = متوفون
exchange-disputed = متنازع عليهم
exchange-sum = المجموع
exchange-rules = ما يُعطى في المقابل، بحسب الفئة
exchange-phases = المُفرَج عنهم، مرحلة مرحلة
exchange-days = الأيام { $from } إلى { $to }
exchange-days-on = من اليوم { $from } فصاعدًا
exchange-open = ما زالوا موضع نزاع، ويدخلون مرحلة متى اتفقت القائمتان: { $what }.
exchange-stay = من يبقى
exchange-third = دول ثالثة
exchange-runs = تقويم الرحلات
exchange-runs-text = في كل خانة من يعودون في ذلك اليوم: { $first } · { $second }. وما يخسره طرف إذا توقف الآخر بعد يوم: من بقي من أشخاصه لم يعد.
exchange-day = اليوم
exchange-still = { $what }: من لم يعد بعد
exchange-month = { $month }: العائدون { $home }، ومن لم يعد بعد { $still }
exchange-days-open = أيام الرحلات مفتوحة: لم يُذكر ناقل.
exchange-csv = الرحلات جدولًا
exchange-ics = الرحلات تقويمًا

# السجل
menu-record = سجل الوقائع
record-answers = ما قيل وما يقال إنه وقع، مدخلًا مدخلًا. أما من المخطئ فلا يقوله السجل.
record-read = اقرأ تقريرًا
record-sessions = الاجتماعات
record-statements = التصريحات
record-offers = العروض
record-incidents = الحوادث
record-kind-session = اجتماع
record-kind-statement = تصريح
record-kind-offer = عرض
record-kind-incident = حادث
record-entries = المدخلات: { $what }
record-picture-title = المدخلات بالأسابيع
record-picture-description = كم في السجل من كل نوع، أسبوعًا بعد أسبوع.
record-week-told = أسبوع { $week }: { $what }
record-week = أسبوع { $what }
record-without-day = بلا يوم
record-choose = اختر مدخلات
record-since = من
record-until = إلى
record-kind = النوع
record-side = الطرف
record-about = عن
record-status = مدى الثبوت
record-grade = المصدر على الأقل
record-any = أيّ
record-show = أظهر
record-reset = أظهر السجل كله
record-day-wrong = `{ $what }` ليس يومًا، مثل 2031-03-14
record-name-wrong = `{ $what }` ليس في القائمة
record-grade-wrong = `{ $what }` ليس درجة من A1 إلى F6
record-more = مدخلات أخرى تناسب: { $what }. أيام أقرب بعضها إلى بعض تُظهرها.
record-replaced = حلّ محله مدخل لاحق
record-replaces = يحل محل
record-replaced-by = حلّ محله
record-options = الخيارات
record-clauses = البنود
record-stances = ما يقوله الأطراف فيه
record-sources = المصادر
record-response = جواب الطرف المذكور
record-visibility = من يجوز له أن يراه
record-claimed = يقوله
record-alleged = يُزعم أنه فعله
record-stance = { $who }: { $what }
stance-asserts = يؤكده
stance-denies = ينفيه
stance-silent = يسكت عنه
stance-admits = يقرّ به
grade-told = { $source }؛ { $item }
grade-source-A = مصدر موثوق تمامًا
grade-source-B = مصدر موثوق عادةً
grade-source-C = مصدر موثوق إلى حد ما
grade-source-D = مصدر غير موثوق عادةً
grade-source-E = مصدر غير موثوق
grade-source-F = مصدر لا يمكن الحكم عليه
grade-item-1 = أكده آخرون
grade-item-2 = صحيح على الأرجح
grade-item-3 = قد يكون صحيحًا
grade-item-4 = مشكوك فيه
grade-item-5 = غير مرجح
grade-item-6 = لا يمكن الحكم على صحته
record-findings = ما ينتج عن السجل
record-violations = خروق مزعومة، بحسب البند والأسبوع
record-violations-empty = ليس في السجل حادث يذكر بندًا.
record-clause = البند
record-week-head = أسبوع
record-alleged-count = مزعومة
record-verified-count = منها متحقَّق منه
record-refuted-count = مدحوضة
record-wider = تصريحات أوسع من خط معلن
record-contradictions = تصريحات تتناقض
record-contradicts = { $who } في { $point }
record-more-pairs = وأزواج أخرى: { $what }
record-not-there = ليس في السجل.
record-moves = تحركات { $what }، وتحركات الآخرين إلى حيث كان
record-gave = أعطى
record-got = نال
record-move = { $who } في { $point }: من { $from } إلى { $to }

# قراءة التقارير
report-title = اقرأ تقريرًا
report-answers = ما يقوله تقرير يُقترح مدخلاتٍ للسجل. ويُضاف المدخل حين يكمله شخص ويؤكده، واحدًا واحدًا.
report-text = نص التقرير
report-file = أو ملف: نص عادي أو HTML بترميز UTF-8
report-date = يوم التقرير
report-name = أين ظهر
report-read = اقرأه
report-read-again = اقرأه من جديد
report-empty = ألصق نصًّا أو اختر ملفًا.
report-utf8 = الملف ليس نصًّا بترميز UTF-8: احفظه من جديد نصًّا بترميز UTF-8 أو HTML.
report-long = النص أطول من { $what } بايت: اقرأه أجزاءً.
report-shown = التقرير وما يُقترح منه
report-proposals = مقترحات للتأكيد
report-count = المقترحات: { $what }
report-more = يُقترح أكثر مما يُعرض: { $what }. اقرأ التقرير أجزاءً.
report-quotation = كلام بين علامتي اقتباس
report-reported = كلام منقول
report-counted = كم
report-meeting = اجتماع
report-proposal = اقتراح
report-refusal = رفض
report-acceptance = قبول
report-speaker = المذكور متكلمًا: { $what }
report-in-text = في النص
report-proposal-n = المقترح { $what }
report-complete = أكمله للسجل
report-confirm = انظر إليه قبل إضافته
report-added = أُضيف إلى السجل
report-changes = لم يدخل من هذا شيء في السجل بعد.
report-how-many = كم ومِمّ، مثل: detained = 12-15
report-source = المصدر: النوع = الدرجة، مثل: press = C3
entry-no-such-field = ليس لمدخلات هذا النوع حقل كهذا
entry-missing = ناقص
entry-not-of-form = `{ $what }` ليس بالصيغة المطلوبة
entry-expect-said-on = اليوم الذي قيل فيه
entry-expect-party = طرف
entry-expect-words = الكلام
entry-expect-happened-on = اليوم الذي وقع فيه
entry-expect-place = أين وقع
entry-expect-what = ما وقع، أو فئة
entry-expect-held-on = اليوم الذي عُقد فيه
entry-expect-format = shuttle أو bilateral أو three-way أو multilateral
entry-expect-delegation = وفد
meeting-held = يقال إنه عُقد
meeting-planned = يقال إنه مقرر
meeting-denied = يقال إنه لم يُعقد
meeting-cancelled = يقال إنه أُلغي
speech-said = قيل
speech-claimed = زُعم
speech-denied = نُفي
speech-confirmed = أُكّد
speech-according = بحسب قولهم
