/* SPDX-License-Identifier: MIT
 *
 * qr - an address as a QR code, drawn as SVG; the door to libqrencode
 *
 * Error correction M; a quiet zone of four modules on all sides inside the code's own white field
 * (Denso Wave, "Margin of QR Code"), so that it is read on any ground. One module is a whole
 * number of pixels, QR_MODULE at least.
 *
 * Fails    false: the text is empty or longer than a QR code holds (2,331 bytes)
 * Threads  pure
 */
#ifndef NIEMYET_FMT_QR_H
#define NIEMYET_FMT_QR_H

#include "base/buf.h"

enum { QR_QUIET = 4, QR_MODULE = 4 };

/* Puts <svg class="ny-qr" ...>. `pixels` is the least length of an edge with its quiet zone, 0
 * for QR_MODULE a module; `title` is the text alternative. */
must_use bool qr_put(struct buf *out, struct str text, struct str title, int pixels);

#endif
