"""Makes WinsetSans.ttf and ../src/measure/table.rs from DejaVuSans.ttf: subset.py DejaVuSans.ttf

Needs fonttools. The subset keeps the scripts below with their shaping, and drops hints and kerning,
so that the width of a text is the sum of the widths of its characters.
"""

import io
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

KEPT = [
    (0x20, 0x7E), (0xA0, 0x17F), (0x218, 0x21B), (0x2C6, 0x2DD), (0x370, 0x3FF), (0x400, 0x45F),
    (0x490, 0x491), (0x60C, 0x65F), (0x660, 0x6D5), (0x6F0, 0x6F9), (0x2010, 0x2027), (0x2030, 0x203A),
    (0x2044, 0x2044), (0x2070, 0x208E), (0x20AC, 0x20AC), (0x2116, 0x2116), (0x2122, 0x2122), (0x2190, 0x2199),
    (0x21D2, 0x21D4), (0x2200, 0x2265), (0x2500, 0x2503), (0x2581, 0x2588), (0x25A0, 0x25FF),
    (0x2605, 0x2606), (0x26A0, 0x26A0), (0x2713, 0x2718), (0xFB50, 0xFBFF), (0xFE70, 0xFEFC),
]
ARABIC_FORMS = ("init", "medi", "fina", "isol", "rlig")


def shrink(path):
    options = subset.Options(hinting=False, layout_features=["ccmp", "locl", "mark", "mkmk", *ARABIC_FORMS])
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    font = subset.load_font(path, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in KEPT for code in range(first, last + 1)])
    subsetter.subset(font)
    for table in ("kern", "FFTM", "DSIG"):
        if table in font:
            del font[table]
    for record in font["name"].names:
        if record.nameID in (1, 4, 6):
            record.string = "WinsetSans" if record.nameID == 6 else "Winset Sans"
    out = io.BytesIO()
    subset.save_font(font, out, options)
    return out.getvalue()


def widest(font):
    """For each character the greatest advance among its glyph and the forms it may take."""
    cmap, metrics = font.getBestCmap(), font["hmtx"]
    forms = {}
    for feature in font["GSUB"].table.FeatureList.FeatureRecord:
        if feature.FeatureTag not in ARABIC_FORMS:
            continue
        for index in feature.Feature.LookupListIndex:
            for table in font["GSUB"].table.LookupList.Lookup[index].SubTable:
                table = getattr(table, "ExtSubTable", table)
                for old, new in getattr(table, "mapping", {}).items():
                    forms.setdefault(old, []).append(new if isinstance(new, str) else new[0])
    return {c: max(metrics[g][0] for g in [n, *forms.get(n, [])]) for c, n in cmap.items()}


def rust(widths):
    runs = []
    for code in sorted(widths):
        if runs and runs[-1][0] + len(runs[-1][1]) == code:
            runs[-1][1].append(widths[code])
        else:
            runs.append((code, [widths[code]]))
    lines = [
        "//! Widths of the embedded font's characters, written by `font/subset.py`.",
        "",
        "/// Runs of characters: the first one, and the widths from there on, in 2,048ths of the size.",
        "#[rustfmt::skip]",
        "pub(super) const RUNS: &[(u32, &[u16])] = &[",
    ]
    for first, values in runs:
        lines.append(f"    ({first:#06x}, &[")
        line = "       "
        for value in values:
            if len(line) + len(f" {value},") > 100:
                lines.append(line)
                line = "       "
            line += f" {value},"
        lines += [line, "    ]),"]
    return "\n".join([*lines, "];", ""])


data = shrink(sys.argv[1])
with open("WinsetSans.ttf", "wb") as file:
    file.write(data)
with open("../src/measure/table.rs", "w", encoding="utf-8") as file:
    file.write(rust(widest(TTFont(io.BytesIO(data)))))
print(len(data), "bytes")
