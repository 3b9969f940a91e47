/* SPDX-License-Identifier: MIT
 * syllable - whether letters are one Vietnamese syllable */
#include "fmt/syllable.h"

#include <string.h>

#include "base/text.h"

/* Longer ones first: "ngh" before "ng". */
static const char initials[] =
	"ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n p r s t v x";
/* Without tones, each between spaces. */
static const char rhymes[] =
	" a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây"
	" e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu"
	" iêc iêm iên iêng iêp iêt iêu o oc oi om on ong op ot ooc oong"
	" oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt"
	" oe oem oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt"
	" u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uêt uêu uơ"
	" uôc uôi uôm uôn uông uôt uôp uy uya uych uyn uynh uyp uyt uyu uyên uyêt"
	" ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu"
	" y yêm yên yêng yêt yêu ";
/* Each vowel without tone, then with huyền, hỏi, ngã, sắc, nặng. */
static const char *const vowels[] = {"aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
                                     "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ"};
enum { NO_TONE = 0, SHARP = 4, HEAVY = 5, LONGEST = 40 };

/* The vowel without its tone, which goes to *tone; another letter is its own. */
static uint32_t take_tone(uint32_t letter, int *tone)
{
	for (size_t i = 0; i < countof(vowels) && letter >= 0x80; i++) {
		struct str row = str_from(vowels[i]);
		uint32_t plain, c;
		size_t at = text_next(row, 0, &plain);
		for (int t = 1; at < row.n; t++) {
			at = text_next(row, at, &c);
			if (c != letter)
				continue;
			*tone = t;
			return plain;
		}
	}
	*tone = NO_TONE;
	return letter;
}

/* Small letters without tones; false: two tones, or a capital after a small letter. */
static bool flatten(struct str word, struct buf *out, int *tone)
{
	bool had_small = false;
	*tone = NO_TONE;
	for (size_t at = 0; at < word.n;) {
		uint32_t c;
		int found;
		at = text_next(word, at, &c);
		bool is_capital = text_lower(c) != c;
		if (is_capital && had_small)
			return false;
		had_small = had_small || !is_capital;
		text_put_char(out, take_tone(text_lower(c), &found));
		if (found && *tone)
			return false;
		*tone = found ? found : *tone;
	}
	return true;
}

static bool is_rhyme(struct str s, int tone)
{
	char key[LONGEST + 2];
	if (!s.n || s.n > LONGEST)
		return false;
	key[0] = ' ';
	memcpy(key + 1, s.p, s.n);
	key[s.n + 1] = ' ';
	struct str all = STR(rhymes);
	char last = s.p[s.n - 1];
	bool is_stopped = last == 'c' || last == 'p' || last == 't' || str_ends(s, STR("ch"));
	if (is_stopped && tone != SHARP && tone != HEAVY)
		return false;
	return str_find(all, (struct str){key, s.n + 2}, 0) < all.n;
}

bool syllable_is_vietnamese(struct str word)
{
	struct buf flat = {0};
	int tone;
	bool fits = word.n > 0 && word.n <= LONGEST && flatten(word, &flat, &tone);
	struct str s = buf_str(&flat), rest = STR(initials);
	bool is = fits && is_rhyme(s, tone);
	while (fits && !is && rest.p) {
		struct str initial = str_cut(&rest, ' ');
		is = str_starts(s, initial) && is_rhyme(str_slice(s, initial.n, s.n), tone);
	}
	buf_release(&flat);
	return is;
}
