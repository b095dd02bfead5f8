#!/usr/bin/env python3
"""Makes the four document fonts from Liberation 2 (see README.md). Usage: make_fonts.py FOLDER_OF_LIBERATION_TTF"""
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

CODES = (
    list(range(0x20, 0x7F)) + list(range(0xA0, 0x250)) + list(range(0x2BB, 0x2C0)) + list(range(0x300, 0x370))
    + list(range(0x1E00, 0x1F00)) + list(range(0x2010, 0x2016))
    + [0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2020, 0x2022, 0x2026, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A]
    + [0x20AC, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265]
)
FACES = {
    "LiberationSerif-Regular": ("BinaASN Serif", "Regular"),
    "LiberationSerif-Bold": ("BinaASN Serif", "Bold"),
    "LiberationSans-Regular": ("BinaASN Sans", "Regular"),
    "LiberationSans-Bold": ("BinaASN Sans", "Bold"),
}

for source, (family, style) in FACES.items():
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "kern", "DSIG", "gasp", "FFTM", "meta"]
    font = TTFont(Path(sys.argv[1]) / f"{source}.ttf", recalcTimestamp=False)
    for table in font["cmap"].tables:
        if table.isUnicode():  # U+2011 is drawn like U+2010
            table.cmap.setdefault(0x2011, table.cmap[0x2010])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=CODES)
    subsetter.subset(font)
    file = f"{family.replace(' ', '')}-{style}"
    for record in list(font["name"].names):
        text = {1: family, 2: style, 3: file, 4: f"{family} {style}", 6: file}.get(record.nameID)
        if text is not None:
            font["name"].setName(text, record.nameID, record.platformID, record.platEncID, record.langID)
    font["post"].formatType = 3.0
    font.save(f"{file}.ttf")
    missing = sorted(set(CODES) - set(font.getBestCmap()))
    print(file, len(font.getBestCmap()), "letters; missing:", [hex(code) for code in missing])
