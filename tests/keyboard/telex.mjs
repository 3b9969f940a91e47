// SPDX-License-Identifier: MIT
// Telex without a page: the cases of the kiosk requirements by their number, cases of our own,
// and all syllables of the language in every order of keys that people use.

import { test, note, done } from '../browser/lib/tap.mjs';
import { orders, places, plain, spell, syllables } from './lib/syllables.mjs';
import { press, type, wrong } from './lib/telex.mjs';

const V4 = `
trawng → trăng
caan → cân
ddaau → đâu
ddeem → đêm
nhoo → nhô
mow → mơ
tuw → tư
huyeenf → huyền
sawcs → sắc
hoir → hỏi
ngax → ngã
nawngj → nặng
ddaats ddai → đất đai
chuwngs thuwcj → chứng thực
dduowngf → đường
dduwowngf → đường
nguowif → người
nghieepj → nghiệp
quyeets → quyết
giaays → giấy
gif → gì
quas → quá
vieejt → việt
vieetj → việt
vietej → việt
beeer → beer
herr → her
ddd → dd
asf → à
asz → a
DDaats → Đất
vieejt< → việ
vieejt<<< → v
dang ky ket hon
giay phep xay dung
ho so
tu phap
xac nhan
thue`.trim().split('\n');

for (const line of V4)
	await test(`V4: ${line}`, () => wrong(line));

// Our own: [what, cases].
const cases = [
	['words of the counter', `
thur tucj hanhf chinhs → thủ tục hành chính
ddawng kys khai sinh → đăng ký khai sinh
ddawng kys keets hoon → đăng ký kết hôn
ddawng kys khai tuwr → đăng ký khai tử
hooj tichj → hộ tịch
hooj khaaur → hộ khẩu
cawn cuwowcs coong daan → căn cước công dân
chuwngs minh nhaan daan → chứng minh nhân dân
baor hieemr xax hooij → bảo hiểm xã hội
baor hieemr y tees → bảo hiểm y tế
quyeenf suwr dungj ddaats → quyền sử dụng đất
giaays pheps xaay duwngj → giấy phép xây dựng
giaays chuwngs nhaanj → giấy chứng nhận
bann
barn sao → bản sao
bans → bán
tamj trus → tạm trú
tajm trus → tạm trú
tamj vawngs → tạm vắng
thuwowngf trus → thường trú
nuooi con nuooi → nuôi con nuôi
hooj kinh doanh → hộ kinh doanh
doanh nghieepj → doanh nghiệp
tuw phaps → tư pháp
luaatj suw → luật sư
coong chuwngs → công chứng
truowngf hocj → trường học
nguowif cao tuooir → người cao tuổi
khuyeets taatj → khuyết tật
tree em → trê em
trer em → trẻ em
lieetj syx → liệt sỹ
lieetj six → liệt sĩ
nhaf owr → nhà ở
moi truowngf → moi trường
mooi truowngf → môi trường
nuowcs ngoaif → nước ngoài
xuaats nhaapj khaaur → xuất nhập khẩu
phis leej phis → phí lệ phí
thueees → thuees
thuees → thuế
traanj → trận
khieeus naij → khiếu nại
toos caos → tố cáo
phanr anhs kieens nghij → phản ánh kiến nghị
uyr ban → ủy ban
ury ban → ủy ban
phuowngf xax → phường xã
tinhr thanhf → tỉnh thành
hoas ddown → hóa đơn
hosa → hóa
vawn hoas → văn hóa
hoaf giair → hòa giải
suwcs khoer → sức khỏe
khore → khỏe
thuyr sanr → thủy sản
thury → thủy
huyr → hủy
quys → quý
quyr → quỷ
quee → quê
quoocs tichj → quốc tịch
quoocj → quộc
gioongs → giống
gioi → gioi
gioirs → giói
gioiws → giới
gieengs → giếng
giuwx → giữ
giuwowngf → giường
giuoongf → giuồng
gix → gĩ
ginf → gìn
gias → giá
gisa → giá
cuuws → cứu
luuw truwx → lưu trữ
huouw → hươu
ruouwj → rượu
ruwowuj → rượu
khuyur → khuỷu
khuya
khuyaf → khuỳa
khuynh
ngoeof → ngoèo
ngoaof → ngoào
nguseeu → nguếu
thuowr → thuở
thuowngr → thưởng
thuowr< → thu
quowr → quở
huow → huơ
yeeu caauf → yêu cầu
yeesu → yếu
ys kieens → ý kiến
ieec → iêc
ddoong → đông
oong → ông
ow → ơ
uwow → ươ
aan → ân
awn → ăn
oanw → oăn
hoawcj → hoặc
hoacwj → hoặc
hoacjw → hoặc`],
	['late marks', `
dand → đan
dandf → đàn
danfd → đàn
dangdw kys → đăng ký
duongwdf → đường
duongdwf → đường
duongfdw → đường
vieted
vietje → việt
tiengse → tiếng
nguoiwf → người
nguoifw → người
thuongwf → thường
muonwj → mượn
muonjo → muộn
canaf → cần
cacws → cắc
hoso → hố
quyenef → quyền
chuyenej → chuyện
xuatas → xuất
khuayas → khuấy
hoangwj → hoặng
tuoitr → tuoitr
tuoiro → tuổi`],
	['the last tone wins, z takes it off', `
asfrxj → ạ
hoasf → hòa
hoasz → hoa
tieengsf → tiềng
tieengsz → tiêng
tieengsfz → tiêng
az
zalo
quasz → qua
ddaatsj → đật`],
	['a mark again takes it off', `
aaa → aa
eee → ee
ooo → oo
aww → aw
oww → ow
uww → uw
uoww → uow
uwoww → uow
ass → as
aff → af
arr → ar
axx → ax
ajj → aj
azz
dddd → dđ
caann → cânn
caana → cana
trawngw → trangw
hoirr → hoir
hoirrr → hoirr
beeers → beers
beees → bees
boook → book
xooong → xoong
cooong → coong
boooong → booong
row mooocs → rơ moóc
mooc → môc
taxxi → taxi
herrs → hers
asss → ass
tieengss → tiêngs
DDD → DD
Ddd → Dd
AAA → AA`],
	['changing one mark into another', `
aaw → ă
awa → â
oow → ơ
owo → ô
caanw → căn
conow → cơn
muoonw → mươn
muoonws → mướn`],
	['capitals stay', `
DDAWNG KYS → ĐĂNG KÝ
VIEEJT NAM → VIỆT NAM
Vieejt Nam → Việt Nam
VIEEJt → VIỆt
Ddaats → Đất
dDaats → đất
Aan → Ân
aAn → ân
Uwng → Ưng
UWNG → ƯNG
THUYR → THỦY
Nguowif → Người
NGUOIWF → NGƯỜI
ASF → À
ASZ → A
ASS → AS
Dand → Đan
GIAAYS → GIẤY`],
	['abbreviations and codes', `
QDD-UBND → QĐ-UBND
NDD-CP → NĐ-CP
TT-BTC
TTHC
CCCD
CMND
BHXH BHYT
GPXD
DDKKD → ĐKKD
HDDND → HĐND
LDDTBXH → LĐTBXH
BLDDTBXH → BLĐTBXH
QSDDDD → QSDĐ
QLDD → QLĐ
DDT → ĐT
UBND
TNHH
TP.HCM
HCM
1.000017
1.014670.000.00.00.H28
2.001621s
H28s
a1s
1as
so 2as
163/QDD-BTP → 163/QĐ-BTP
T.W
C/O
dd/mm → đ/mm
QLDDsố → QLĐsố`],
	['foreign words stay or come back', `
karaoke
kinh doanh karaoke
casino
photocopy
marketing
internet
container
video
radio
camera
laser
axit
oxy
asean
email
venezuela
online
website
web
wifi
www
logo
karate
barcode
mastercard
portable
istanbul
iso
iso 9001
usb
usd
facebook → facebook
google → gôgle
ozon
zoom → zoom
fax
file
form
show
windows
catalogue
australia
master
direct
nitrat
ocop
halal`],
	['names of the Highlands and borders', `
DDawsk Lawsk → Đắk Lắk
ddawks → đắk
ddawksd → đắkd
Kroong Pawsc → Krông Pắc
Kroong Buks → Krông Búk
Bluk → Bluk
Plooi → Plôi
Ea Sups → Ea Súp
Ea H'leo
Cuw M'garr → Cư M'gar
M'DDrawsk → M'Đrắk
Chuw Pawhs → Chư Păhs
Chuw Proong → Chư Prông
DDrawng → Đrăng
Bawsc Kanj → Bắc Kạn
Ia Grai
Kon Tum
Pleiku`],
	['a forgotten space keeps what was written', `
ddaatsddai → đấtddai
giaaysphep → giấyphep
nhafowr → nhàowr
teenkhai → tênkhai
soospheps → sốpheps
dangdwky → đăngky`],
	['what stands between words', `
"vieejt" → "việt"
(ddaats) → (đất)
nhaf-owr → nhà-ở
a,as → a,á
as as → á á
as  s → á  s
s s s
uwr, → ử,`],
	['deleting takes a letter with its marks; typing goes on from what is there', `
ddaats<<< →
ddaats<< → đ
ddaats<<aats → đất
ddaats<c → đấc
nguowif< → ngườ
nguowif<<owif → người
hoas<n → hón
thuyr<< → th
tuw<a → ta
QDD< → Q
karaoke<<<<<r → kả`],
	['text without marks', `
thu tuc hanh chinh
dang ky thanh lap ho kinh doanh
cap giay chung nhan quyen su dung dat
xac nhan tinh trang hon nhan
cap ban sao trich luc ho tich
giai quyet khieu nai to cao
nha o xa hoi
nguoi cao tuoi
huong tro cap that nghiep
chuyen muc dich su dung dat
khuyu ngoao ngoeo khuya huynh
thuong tru tam tru luu tru
nuoc ngoai ruou thuoc la
hoa don dien tu
yeu cau cong chung`],
];

let count = 0;
for (const [what, lines] of cases) {
	count += lines.trim().split('\n').length;
	await test(`V4: ${what}`, () => wrong(lines));
}
note(`${count} cases of our own`);
await test('V4: at least 200 cases of our own', () => count >= 200 ? [] : [`${count}`]);

await test('a wrong case is found', () => wrong('herr → herr\nher').length === 2 ? [] : ['not found']);

await test('V3, V4: every syllable in every usual order of keys', () => {
	const findings = [];
	let texts = 0, typed = 0;
	for (const syllable of syllables()) {
		texts++;
		for (const keys of orders(syllable)) {
			typed++;
			if (type(keys) !== syllable.text)
				findings.push(`${keys} → ${type(keys)}, not ${syllable.text}`);
			const capitals = type(keys.toUpperCase());
			if (capitals !== syllable.text.toUpperCase())
				findings.push(`${keys.toUpperCase()} → ${capitals}`);
		}
	}
	note(`${texts} syllables, ${typed} orders of keys`);
	return texts > 15000 && typed > 60000 ? findings : [`only ${texts} syllables, ${typed} orders`, ...findings];
});

await test('V3: a mark key after the letters, or direct letters and a mark key, give the same', () => {
	const marks = { f: '\u0300', s: '\u0301', r: '\u0309', x: '\u0303', j: '\u0323', '': '' };
	return [...syllables()].flatMap(({ letters, tone, text }) => {
		const keys = letters.replace('oo', 'ooo') + marks[tone];
		return type(keys) === text ? [] : [`${keys} → ${type(keys)}, not ${text}`];
	});
});

// Documented: oo is ô, so the few words in oong and ooc need a third o.
await test('V3: every syllable without marks stays as it is, but oo', () => [...new Set([...places.keys()].map(plain))].flatMap((word) => {
	const wanted = word.replace('oo', 'ô');
	return [word, `ho ${word}`, word.toUpperCase()].filter((keys) => type(keys).toLowerCase() !== keys.toLowerCase().replace(word, wanted))
		.map((keys) => `${keys} → ${type(keys)}`);
}));

await test('old places of tones are read and become new ones as one types on', () => [
	['hoà', 'n', 'hoàn'], ['thuỷ', 'z', 'thuy'], ['khoẻ', 'j', 'khọe'], ['hoa\u0300', 's', 'hóa'], ['ho\u0302\u0300', 'n', 'hồn'], ['đấtđ', 'd', 'đấtdd'], ['đấtđai', 's', 'đấtđais'],
].flatMap(([text, key, wanted]) => press({ text }, key).text === wanted ? [] : [`${text} + ${key} → ${press({ text }, key).text}`]));

await test('a mark without a syllable changes nothing; a key alone is a letter; nothing is kept between texts', () => {
	const findings = [];
	const is = (got, wanted) => JSON.stringify(got) === JSON.stringify(wanted) || findings.push(`${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`);
	is(press({ text: 'kh' }, '\u0301'), { text: 'kh' });
	is(press({ text: '' }, '\u0301'), { text: '' });
	is(press({ text: 'a ' }, '\u0301'), { text: 'a ' });
	is(press({ text: 'á' }, '\u0301').text, 'a');
	is(press({ text: '' }, 's').text, 's');
	is(press({ text: 'kar ', keys: 'kar' }, 'o').text, 'kar o');
	is(press({ text: 'khai tu' }, 'w'), { text: 'khai tư', keys: 'tuw' });
	const state = Object.freeze({ text: 'khai tu', keys: 'tu' });
	is(press(state, 'w').text, 'khai tư');
	is(press({ text: 'her', keys: 'her' }, 'o').text, 'hero');
	return findings;
});

await test('the table of syllables spells as one does by hand', () => [['hoa', 's', 'hóa'], ['hoan', 's', 'hoán'], ['thuy', 'r', 'thủy'],
	['huyt', 's', 'huýt'], ['đương', 'f', 'đường'], ['gi', 'f', 'gì'], ['gia', 'f', 'già'], ['qua', 's', 'quá'], ['quyêt', 's', 'quyết'],
	['nghia', 'x', 'nghĩa'], ['ngoao', 's', 'ngoáo'], ['khuyu', 'r', 'khuỷu'], ['giêng', 's', 'giếng']]
	.filter(([letters, tone, text]) => !places.has(letters) || spell(letters, tone) !== text).map(([letters]) => letters));

done();
