/* SPDX-License-Identifier: MIT
 * damage_test - cells that a spreadsheet program has spoilt, and those that only look so */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

#include "board/damage.h"

static void test_marks(void **state)
{
	static const char *const marks[] = {"###", "########", "#NAME?", "#DIV/0!", "Err:508"};
	static const char *const texts[] = {"", "#", "##", "#1", "# Bước", "#NAME", "Err:508a",
	                                    "### Một"};
	(void)state;
	for (size_t i = 0; i < countof(marks); i++)
		assert_true(damage_is_mark(str_from(marks[i])));
	for (size_t i = 0; i < countof(texts); i++)
		assert_false(damage_is_mark(str_from(texts[i])));
}

static void test_shortened(void **state)
{
	static const char *const numbers[] = {"1E+05", "-1E-05", "1.23457E+15", "1,2E+10"};
	static const char *const texts[] = {"", "E+05", "1E5", "1E+5", "12E+05", "1E+05 đ", "1.E",
	                                    "H20E+05", "1E", "1", "-"};
	(void)state;
	for (size_t i = 0; i < countof(numbers); i++)
		assert_true(damage_is_shortened(str_from(numbers[i])));
	for (size_t i = 0; i < countof(texts); i++)
		assert_false(damage_is_shortened(str_from(texts[i])));
}

static void test_same(void **state)
{
	static const char *const same[][2] = {{"1.00119", "1.001190"}, {"4", "00004"},
	                                      {"1001190", "1.001190"}, {"1", "1.000000"},
	                                      {"0", "000"}, {"2", "2.000000"}};
	static const char *const other[][2] = {{"1.001190", "1.001190"}, {"1.00119", "1.001191"},
	                                       {"40", "00004"}, {"1.00119", "1.0011900x"},
	                                       {"", "0"}, {"1.2.3", "1.2.30"}, {"1.", "1"},
	                                       {"10.5", "1.05"}, {"105", "1.005"}, {"a", "0a"}};
	(void)state;
	for (size_t i = 0; i < countof(same); i++) {
		assert_true(damage_is_same(str_from(same[i][0]), str_from(same[i][1])));
		assert_true(damage_is_same(str_from(same[i][1]), str_from(same[i][0])));
	}
	for (size_t i = 0; i < countof(other); i++) {
		assert_false(damage_is_same(str_from(other[i][0]), str_from(other[i][1])));
		assert_false(damage_is_same(str_from(other[i][1]), str_from(other[i][0])));
	}
}

static void test_whole_code(void **state)
{
	static const char *const codes[][2] = {{"1.00119", "1.001190"}, {"2.1", "2.100000"},
	                                       {"6001190", "6.001190"}};
	static const char *const texts[] = {"", "1", "1.", "1.001190", "1.0011901", "7.00119",
	                                    "1.0011x", "100119", "10011900", "1.00119.H20", "abc"};
	char whole[9];
	(void)state;
	for (size_t i = 0; i < countof(codes); i++) {
		assert_true(damage_whole_code(str_from(codes[i][0]), whole));
		assert_string_equal(whole, codes[i][1]);
	}
	for (size_t i = 0; i < countof(texts); i++)
		assert_false(damage_whole_code(str_from(texts[i]), whole));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_marks),
		cmocka_unit_test(test_shortened),
		cmocka_unit_test(test_same),
		cmocka_unit_test(test_whole_code),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
