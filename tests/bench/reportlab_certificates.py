#!/usr/bin/env python3
"""The same certificates with ReportLab, to be put beside ours: pip install reportlab pillow zxing-cpp; then
reportlab_certificates.py merged|files COUNT FOLDER. As fast as ReportLab can: constant parts are forms, lines are broken
once, the QR code comes from C++ and goes in as a picture of one bit. The fonts and the logo are ours."""
import json
import resource
import sys
import time
from functools import cache
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from zxingcpp import BarcodeFormat, create_barcode

ASSETS = Path(__file__).resolve().parents[2] / "src-tauri/crates/documents/assets"
WIDTH, HEIGHT = landscape(A4)
OFFICE = "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA"
OPENING = (
    "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Tanah Rimba berdasarkan Undang-Undang Nomor 20 "
    "Tahun 2023 tentang Aparatur Sipil Negara serta ketentuan pelaksanaannya menyatakan bahwa:"
)
CLOSING = (
    "pada Pelatihan Manajemen Pelayanan Publik Berbasis Digital Angkatan III Tahun 2026 yang diselenggarakan oleh Badan "
    "Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Tanah Rimba di Muara Rimba dari tanggal 3 sampai dengan "
    "14 Agustus 2026 selama 90 (sembilan puluh) jam pelajaran."
)
ROWS = [
    ("Tempat/Tanggal Lahir", "Muara Rimba, 1 Januari 1985"),
    ("Pangkat/Golongan Ruang", "Penata Tingkat I, III/d"),
    ("Jabatan", "Analis Pengembangan Kompetensi Aparatur Sipil Negara Ahli Muda"),
    ("Unit Kerja", "Bidang Pengembangan Kompetensi"),
]

# Dark is 0 in the picture of the QR code and 0 in an image mask.
BITS = bytes(48 + (value > 127) for value in range(256))


@cache
def lines(text):
    return simpleSplit(text, "Serif", 12, WIDTH - 48 * mm)


def signature(canvas, x, y):
    for offset, font, text in [
        (0, "Serif", "Muara Rimba, 17 Agustus 2026"),
        (14, "Serif", "Kepala Badan Kepegawaian dan Pengembangan"),
        (28, "Serif", "Sumber Daya Manusia,"),
        (110, "SerifBold", "Drs. H. Abdul Manaf Siregar, M.Si."),
        (124, "Serif", "Pembina Utama Muda"),
        (138, "Serif", "NIP. 19690817 199403 1 007"),
    ]:
        canvas.setFont(font, 11)
        canvas.drawString(x, y - offset, text)


def forms(canvas, logo):
    canvas.beginForm("front", 0, 0, WIDTH, HEIGHT)
    for inset, line in [(6.5, 2), (8, 0.5), (9.2, 0.7)]:
        canvas.setLineWidth(line)
        canvas.rect(inset * mm, inset * mm, WIDTH - 2 * inset * mm, HEIGHT - 2 * inset * mm)
    canvas.drawImage(logo, 24 * mm, HEIGHT - 38 * mm, 23 * mm, 23 * mm, mask="auto")
    canvas.setFont("Serif", 13.5)
    canvas.drawCentredString(WIDTH / 2, HEIGHT - 54, "PEMERINTAH KABUPATEN TANAH RIMBA")
    canvas.setFont("SerifBold", 16)
    canvas.drawCentredString(WIDTH / 2, HEIGHT - 74, OFFICE)
    canvas.setFont("Serif", 9.5)
    canvas.drawCentredString(WIDTH / 2, HEIGHT - 88, "Jalan Jenderal Sudirman Nomor 12, Muara Rimba 36613")
    canvas.line(24 * mm, HEIGHT - 112, WIDTH - 24 * mm, HEIGHT - 112)
    canvas.setFont("SerifBold", 25)
    canvas.drawCentredString(WIDTH / 2, HEIGHT - 146, "SURAT TANDA TAMAT PELATIHAN", charSpace=2)
    signature(canvas, WIDTH - 116 * mm, 172)
    canvas.setFont("Sans", 6.8)
    canvas.drawString(24 * mm, 44, "Periksa keaslian dengan aplikasi BinaASN")
    canvas.endForm()
    canvas.beginForm("back", 0, 0, WIDTH, HEIGHT)
    canvas.setFont("SerifBold", 15)
    canvas.drawCentredString(WIDTH / 2, HEIGHT - 54, "DAFTAR MATA PELATIHAN")
    y = HEIGHT - 140
    for index in range(15):
        canvas.rect(32 * mm, y - 4, WIDTH - 64 * mm, 15)
        canvas.setFont("Serif", 9)
        canvas.drawString(35 * mm, y, str(index + 1))
        canvas.drawString(48 * mm, y, f"Mata pelatihan {index + 1} tentang pelayanan publik dan tata kelola")
        canvas.drawString(WIDTH - 44 * mm, y, str(2 + index % 6))
        y -= 15
    signature(canvas, WIDTH - 124 * mm, y - 20)
    canvas.endForm()


def qr(canvas, code, x, y, size):
    """An inline picture of one bit a module; the page's own compression takes care of the digits."""
    made = memoryview(create_barcode(code, BarcodeFormat.QRCode, ec_level="M").to_image(scale=1, add_quiet_zones=False))
    side = made.shape[0]
    width = (side + 7) // 8
    shift = width * 8 - side
    rows = bytes(made).translate(BITS).decode()
    bits = b"".join((int(rows[at : at + side], 2) << shift).to_bytes(width, "big") for at in range(0, side * side, side))
    place = f"q {size:.3f} 0 0 {size:.3f} {x:.3f} {y:.3f} cm BI /W {side} /H {side} /BPC 1 /IM true /F /AHx ID "
    canvas._code.append(f"{place}{bits.hex()}> EI Q")


def certificate(canvas, index):
    canvas.doForm("front")
    canvas.setFont("Serif", 12)
    number = f"800.2/{index + 1:03}/BKPSDM/VIII/2026"
    canvas.drawCentredString(WIDTH / 2, HEIGHT - 166, f"Nomor : {number}")
    y = HEIGHT - 190
    for line in lines(OPENING):
        canvas.drawString(24 * mm, y, line)
        y -= 15
    name = f"Siti Nurhaliza Ramadhani {index}, S.Pd."
    canvas.setFont("SerifBold", 28)
    canvas.drawCentredString(WIDTH / 2, y - 26, name)
    canvas.setFont("Serif", 12)
    canvas.drawCentredString(WIDTH / 2, y - 46, f"NIP. 19850101 201001 1 {index % 1000:03}")
    y -= 66
    for label, value in ROWS:
        canvas.drawString(62 * mm, y, label)
        canvas.drawString(113 * mm, y, ":")
        canvas.drawString(117 * mm, y, value)
        y -= 15
    canvas.setFont("SerifBold", 24)
    canvas.drawCentredString(WIDTH / 2, y - 16, "LULUS", charSpace=2)
    canvas.setFont("Serif", 12)
    y -= 40
    for line in lines(CLOSING):
        canvas.drawString(24 * mm, y, line)
        y -= 15
    code = f"BA1.{number}.19850101******007.{(index + 7) * 7919353:064}"
    qr(canvas, code, 24 * mm, 68, 30 * mm)
    canvas.setFont("Sans", 8.5)
    canvas.drawCentredString(39 * mm, 56, f"K7QF-{index:04}-M2XD")
    canvas.showPage()
    canvas.doForm("back")
    canvas.setFont("SerifBold", 10.5)
    canvas.drawString(32 * mm, HEIGHT - 100, f"Nama : {name}")
    canvas.drawString(32 * mm, HEIGHT - 114, f"Nomor : {number}")
    canvas.showPage()


def main():
    mode, count, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    started = time.perf_counter()
    for name, file in [("Serif", "BinaASNSerif-Regular"), ("SerifBold", "BinaASNSerif-Bold"), ("Sans", "BinaASNSans-Regular")]:
        pdfmetrics.registerFont(TTFont(name, ASSETS / f"fonts/{file}.ttf"))
    logo = ImageReader(str(ASSETS / "sample-logo.png"))
    paths = []
    if mode == "merged":
        paths.append(folder / "reportlab.pdf")
        canvas = Canvas(str(paths[0]), pagesize=(WIDTH, HEIGHT), pageCompression=1)
        forms(canvas, logo)
        for index in range(count):
            certificate(canvas, index)
        canvas.save()
    else:
        for index in range(count):
            paths.append(folder / f"reportlab{index:04}.pdf")
            canvas = Canvas(str(paths[-1]), pagesize=(WIDTH, HEIGHT), pageCompression=1)
            forms(canvas, logo)
            certificate(canvas, index)
            canvas.save()
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    size = sum(path.stat().st_size for path in paths)
    print(json.dumps({"engine": "reportlab", "mode": mode, "count": count, "seconds": round(seconds, 3), "peak_kb": peak, "bytes": size}))


main()
