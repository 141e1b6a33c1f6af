// What pages do besides showing themselves: they follow the case and its answers, keep what is being
// written, and sliders show where they stand. Without this script every page can be read and every form
// can be sent.
(function () {
  "use strict";

  var body = document.body;
  var RETRY_MS = 3000;
  var TOLD_MAX = 5;

  // Nobody loses what they are writing.
  function isWriting() {
    if (document.querySelector("[data-stays], main .trouble[role=alert]")) return true;
    var active = document.activeElement;
    if (active && /^(INPUT|TEXTAREA|SELECT)$/.test(active.tagName)) return true;
    var kept = document.querySelector("form[data-keeps]");
    return Boolean(kept && kept.hasAttribute("data-touched"));
  }

  function tell(text) {
    var box = document.createElement("div");
    box.className = "news";
    box.setAttribute("role", "status");
    text.split("\n").forEach(function (line) {
      var said = document.createElement("p");
      said.dir = "auto";
      said.textContent = line;
      box.appendChild(said);
    });
    document.getElementById("main").prepend(box);
    return box;
  }

  // The view that the reader knows, of each audience: what changed since is told on the next page. A page
  // that is shown again before it was told leaves that to the one after.
  var seen = "winset-view:" + body.getAttribute("data-events");
  var since = window.sessionStorage.getItem(seen);
  function knows() {
    since = null;
    window.sessionStorage.setItem(seen, body.getAttribute("data-view"));
  }
  if (!since && body.hasAttribute("data-view")) knows();

  // What was told stands until the reader goes on: a page that renews itself tells it again.
  var told = seen + ":told";
  function renew() {
    var texts = Array.from(document.querySelectorAll(".news"), function (box) {
      return Array.from(box.querySelectorAll("p"), function (line) { return line.textContent; });
    });
    window.sessionStorage.setItem(told, JSON.stringify(texts.slice(0, TOLD_MAX)));
    quiet();
    window.location.reload();
  }
  JSON.parse(window.sessionStorage.getItem(told) || "[]").reverse().forEach(function (lines) {
    tell(lines.join("\n"));
  });
  window.sessionStorage.removeItem(told);

  // The case has changed, or an answer has come: the page is shown again, at the place where the
  // reader is. Only a page in sight listens, as browsers keep few connections open.
  var stream = null;
  var timer = 0;
  function quiet() {
    if (stream) stream.close();
    stream = null;
    window.clearTimeout(timer);
  }
  function listen() {
    if (stream || document.hidden || !window.EventSource) return;
    var shown = Number(body.getAttribute("data-done"));
    var asked = "?view=" + body.getAttribute("data-view");
    if (since) asked += "&since=" + encodeURIComponent(since);
    stream = new EventSource(body.getAttribute("data-events") + asked);
    stream.addEventListener("news", function (event) {
      tell(body.getAttribute("data-news") + "\n" + event.data);
      knows();
    });
    stream.addEventListener("done", function (event) {
      knows();
      if (!body.hasAttribute("data-working") || Number(event.data) <= shown) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(function () {
        if (!isWriting()) renew();
      }, 150);
    });
    stream.addEventListener("changed", function (event) {
      quiet();
      if (!isWriting()) { renew(); return; }
      var box = tell(body.getAttribute("data-news") + "\n" + event.data);
      var show = document.createElement("button");
      show.type = "button";
      show.textContent = body.getAttribute("data-show");
      show.addEventListener("click", function () { leave(); window.location.reload(); });
      box.appendChild(show);
    });
    // The desk may be busy or gone for a moment.
    stream.onerror = function () {
      quiet();
      window.setTimeout(listen, RETRY_MS);
    };
  }
  if (body.hasAttribute("data-events")) {
    listen();
    // Whoever has pressed a link is not held back by a page that renews itself; a link to a file
    // leaves the page where it is.
    window.addEventListener("beforeunload", function () {
      quiet();
      window.setTimeout(listen, RETRY_MS);
    });
    document.addEventListener("visibilitychange", function () {
      if (document.hidden) quiet();
      listen();
    });
  }

  // A form that was begun is not left by mistake.
  function leave() {
    var kept = document.querySelector("form[data-touched]");
    if (kept) kept.removeAttribute("data-touched");
  }
  document.addEventListener("input", function (event) {
    var kept = event.target.closest && event.target.closest("form[data-keeps]");
    if (kept) kept.setAttribute("data-touched", "");
  });
  document.addEventListener("submit", function (event) {
    leave();
    // Nobody is told what they change themselves.
    if (event.target.method === "post") window.sessionStorage.removeItem(seen);
    // What is sent changes the case itself; the page that comes shows it.
    quiet();
  });
  window.addEventListener("beforeunload", function (event) {
    if (document.querySelector("form[data-touched]")) event.preventDefault();
  });

  // A code that is pressed is put where the reader writes a phrase.
  var phrase = null;
  document.addEventListener("focusin", function (event) {
    if (event.target.matches && event.target.matches("input.phrase")) phrase = event.target;
  });
  document.addEventListener("click", function (event) {
    var code = event.target.closest && event.target.closest("button[data-insert]");
    if (!code) return;
    var into = phrase || document.querySelector("input.phrase");
    if (!into) return;
    into.setRangeText(code.getAttribute("data-insert"), into.selectionStart, into.selectionEnd, "end");
    into.focus();
    into.dispatchEvent(new Event("input", { bubbles: true }));
  });

  // On a narrow screen the menu is scrolled to the page that is shown.
  var current = document.querySelector(".top nav [aria-current]");
  var menu = current && current.closest("ul");
  if (menu && menu.scrollWidth > menu.clientWidth) {
    // Scrolled by hand: what is scrolled into view would be where the next press of Tab begins.
    var at = current.getBoundingClientRect(), of = menu.getBoundingClientRect();
    menu.scrollLeft += at.left - of.left - (of.width - at.width) / 2;
  }

  // Which rung of its ladder a slider stands on.
  document.addEventListener("input", function (event) {
    var slider = event.target;
    if (!slider.matches || !slider.matches(".slider input[type=range]")) return;
    var rungs = slider.parentNode.querySelectorAll(".rungs > li");
    for (var n = 0; n < rungs.length; n += 1) {
      rungs[n].classList.toggle("here", n === Number(slider.value));
    }
  });

  // The address keeps where the sliders stand.
  document.addEventListener("htmx:afterRequest", function (event) {
    var form = event.target;
    if (!form.matches || !form.matches("form.sliders, form[data-address]")) return;
    var fields = new URLSearchParams();
    new FormData(form).forEach(function (value, name) {
      if (value !== "0" && value !== "") fields.append(name, value);
    });
    var query = fields.toString();
    window.history.replaceState(null, "", window.location.pathname + (query ? "?" + query : ""));
  });
})();
