/* SPDX-License-Identifier: MIT
 * portal_txt - one procedure's record as labelled text */
#include "fmt/portal_txt.h"

static const struct str heading = {"Chi tiết thủ tục hành chính",
                                   sizeof "Chi tiết thủ tục hành chính" - 1};

struct str portal_label_text(enum portal_label label)
{
	static const char *const texts[PORTAL_LABELS] = {
		[PORTAL_CODE] = "Mã thủ tục",
		[PORTAL_DECISION] = "Số quyết định",
		[PORTAL_NAME] = "Tên thủ tục",
		[PORTAL_LEVEL] = "Cấp thực hiện",
		[PORTAL_KIND] = "Loại thủ tục",
		[PORTAL_FIELD] = "Lĩnh vực",
		[PORTAL_STEPS] = "Trình tự thực hiện",
		[PORTAL_METHODS] = "Cách thức thực hiện",
		[PORTAL_DOSSIER] = "Thành phần hồ sơ",
		[PORTAL_SUBJECTS] = "Đối tượng thực hiện",
		[PORTAL_EXECUTING] = "Cơ quan thực hiện",
		[PORTAL_DECIDING] = "Cơ quan có thẩm quyền",
		[PORTAL_ADDRESS] = "Địa chỉ tiếp nhận HS",
		[PORTAL_DELEGATED] = "Cơ quan được ủy quyền",
		[PORTAL_COORDINATING] = "Cơ quan phối hợp",
		[PORTAL_RESULT] = "Kết quả thực hiện",
		[PORTAL_LAW] = "Căn cứ pháp lý",
		[PORTAL_REQUIREMENTS] = "Yêu cầu, điều kiện thực hiện",
		[PORTAL_KEYWORDS] = "Từ khóa",
		[PORTAL_DESCRIPTION] = "Mô tả",
	};
	return str_from(texts[label]);
}

/* True when the line begins with the label and a colon; *value is what follows. */
static bool has_label(struct str line, enum portal_label label, struct str *value)
{
	struct str text = portal_label_text(label);
	if (!str_starts(line, text) || line.n <= text.n || line.p[text.n] != ':')
		return false;
	*value = str_slice(line, text.n + 1, line.n);
	return true;
}

static size_t cut_lines(struct arena *a, struct str text, struct portal_line **out)
{
	struct portal_line *lines = NULL;
	size_t count = 0, cap = 0;
	int number = 0;
	while (text.p) {
		struct str line = str_cut_line(&text);
		lines = arena_grow(a, lines, count, &cap, sizeof *lines);
		lines[count++] = (struct portal_line){line, ++number};
	}
	*out = lines;
	return count;
}

/* Where `label` stands at or after `from`, before the first place of any later label: the
 * last such place. `count` when there is none. *seen counts them. */
static size_t find_label(const struct portal_line *lines, size_t count, size_t from,
                         enum portal_label label, size_t *seen)
{
	size_t found = count;
	*seen = 0;
	for (size_t i = from; i < count; i++) {
		struct str value;
		if (has_label(lines[i].text, label, &value)) {
			found = i;
			++*seen;
		} else if (label + 1 < PORTAL_LABELS && *seen &&
		           has_label(lines[i].text, label + 1, &value)) {
			break;
		}
		/* The last label cannot be told from a line of its own text: the first counts. */
		if (label + 1 == PORTAL_LABELS && *seen)
			break;
	}
	return found;
}

static void end_value(struct portal_value *v, const struct portal_line *end)
{
	v->count = (size_t)(end - v->lines);
	while (v->count && str_blank(v->lines[v->count - 1].text))
		v->count--;
}

int portal_txt_read(struct arena *a, struct str text, struct str file, struct portal_record *out,
                    struct diag *d)
{
	struct portal_line *lines;
	size_t count = cut_lines(a, text, &lines), at = 0;
	*out = (struct portal_record){0};
	if (!count || !str_eq(str_trim(lines[0].text), heading))
		return diag_add(d, DIAG_I001, ((struct place){file, 1, 0}));
	for (int label = 0; label < PORTAL_LABELS; label++) {
		size_t seen, found = find_label(lines, count, at, (enum portal_label)label, &seen);
		struct str name = portal_label_text((enum portal_label)label), value;
		if (found == count)
			return diag_add(d, DIAG_I002, ((struct place){file, (int)at + 1, 0}), name);
		struct place place = {file, lines[found].line, 0};
		if (seen > 1)
			diag_add(d, DIAG_I003, place, name);
		if (label)
			end_value(&out->values[label - 1], lines + found);
		if (has_label(lines[found].text, (enum portal_label)label, &value))
			lines[found].text = value;
		out->values[label] = (struct portal_value){lines + found, 0, place.line};
		at = found + 1;
	}
	end_value(&out->values[PORTAL_LABELS - 1], lines + count);
	return 0;
}

struct str portal_value_text(struct arena *a, const struct portal_value *v)
{
	if (v->count == 1)
		return str_trim(v->lines[0].text);
	struct buf out = {0};
	for (size_t i = 0; i < v->count; i++) {
		if (i)
			buf_putc(&out, '\n');
		buf_put(&out, str_trim(v->lines[i].text));
	}
	struct str text = arena_str(a, str_trim(buf_str(&out)));
	buf_release(&out);
	return text;
}
