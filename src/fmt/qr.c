/* SPDX-License-Identifier: MIT
 * qr - an address as a QR code, drawn as SVG */
#include "fmt/qr.h"

#include <qrencode.h>

#include "fmt/html.h"

enum { LONGEST = 2331 }; /* version 40, level M, bytes: ISO/IEC 18004, table 7 */

static bool is_dark(const QRcode *code, int x, int y)
{
	return x < code->width && (code->data[y * code->width + x] & 1);
}

/* Each row is a line through the middle of its modules: "M4 4.5h7m1 0h3". */
static void put_row(struct buf *out, const QRcode *code, int y)
{
	int pen = -1; /* where the last run ended */
	for (int x = 0; x < code->width; x++) {
		int from = x;
		while (is_dark(code, x, y))
			x++;
		if (x == from)
			continue;
		if (pen < 0)
			buf_printf(out, "M%d %d.5", from + QR_QUIET, y + QR_QUIET);
		else
			buf_printf(out, "m%d 0", from - pen);
		buf_printf(out, "h%d", x - from);
		pen = x;
	}
}

static void put_svg(struct buf *out, const QRcode *code, struct str title, int pixels)
{
	int modules = code->width + 2 * QR_QUIET;
	int module = (pixels + modules - 1) / modules;
	int edge = modules * (module > QR_MODULE ? module : QR_MODULE);
	buf_printf(out,
	           "<svg class=\"ny-qr\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
	           "shape-rendering=\"crispEdges\" role=\"img\" aria-label=\"",
	           edge, edge, modules, modules);
	html_put(out, title, HTML_ATTR);
	buf_printf(out, "\"><path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/><path stroke=\"#000\" d=\"",
	           modules, modules);
	for (int y = 0; y < code->width; y++)
		put_row(out, code, y);
	buf_putz(out, "\"/></svg>");
}

bool qr_put(struct buf *out, struct str text, struct str title, int pixels)
{
	if (!text.n || text.n > LONGEST)
		return false;
	const unsigned char *bytes = (const unsigned char *)text.p;
	QRcode *code = QRcode_encodeData((int)text.n, bytes, 0, QR_ECLEVEL_M);
	if (!code)
		return false;
	put_svg(out, code, title, pixels);
	QRcode_free(code);
	return true;
}
