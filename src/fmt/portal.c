/* SPDX-License-Identifier: MIT
 * portal - one procedure as the national portal has it */
#include "fmt/portal.h"

#include "base/buf.h"

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

struct portal_way *portal_add_way(struct portal_rows *r)
{
	struct portal_record *to = r->record;
	to->ways = arena_grow(r->arena, to->ways, to->way_count, &r->way_cap, sizeof *to->ways);
	to->ways[to->way_count] = (struct portal_way){0};
	return &to->ways[to->way_count++];
}

struct portal_paper *portal_add_paper(struct portal_rows *r)
{
	struct portal_record *to = r->record;
	to->papers = arena_grow(r->arena, to->papers, to->paper_count, &r->paper_cap,
	                        sizeof *to->papers);
	to->papers[to->paper_count] = (struct portal_paper){.originals = -1, .copies = -1};
	return &to->papers[to->paper_count++];
}

struct portal_law *portal_add_law(struct portal_rows *r)
{
	struct portal_record *to = r->record;
	to->laws = arena_grow(r->arena, to->laws, to->law_count, &r->law_cap, sizeof *to->laws);
	to->laws[to->law_count] = (struct portal_law){0};
	return &to->laws[to->law_count++];
}

struct portal_result *portal_add_result(struct portal_rows *r)
{
	struct portal_record *to = r->record;
	to->results = arena_grow(r->arena, to->results, to->result_count, &r->result_cap,
	                         sizeof *to->results);
	to->results[to->result_count] = (struct portal_result){0};
	return &to->results[to->result_count++];
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
