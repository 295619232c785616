"""Common given names, family names and nicknames in five scripts, each with its usual Latin spelling.

The demo shop draws them at random, so that a full name belongs to nobody on purpose. The lists are written
as text, ``name=Spelling`` or ``name=Spelling>short=Spelling`` where a name has a short form of its own; a
name in Latin letters needs no spelling.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Gender(StrEnum):
    WOMAN = "woman"
    MAN = "man"


@dataclass(frozen=True, slots=True)
class Name:
    """One name as it is written and as it is said; `short` is what friends make of it."""

    text: str
    spoken: str
    short: "Name | None" = None


@dataclass(frozen=True, slots=True)
class NameBook:
    """The names of one language. `nicknames` stand in for a given name and have nothing to do with it."""

    given: Mapping[Gender, tuple[Name, ...]]
    nicknames: Mapping[Gender, tuple[Name, ...]]
    families: tuple[Name, ...]
    family_first: bool = False
    short_share: float = 0.0
    """How many of those who can do go by a nickname or a short form."""


def _name(entry: str) -> Name:
    full, _, short = entry.partition(">")
    text, _, spoken = full.strip().partition("=")
    return Name(text, spoken or text, _name(short) if short else None)


def _names(entries: str) -> tuple[Name, ...]:
    return tuple(_name(entry) for entry in entries.split(","))


def _compounds(firsts: str, seconds: str) -> tuple[Name, ...]:
    """Family names that are made of two words, as most in Laos are."""
    return tuple(
        Name(first.text + second.text, first.spoken + second.spoken)
        for first in _names(firsts)
        for second in _names(seconds)
    )


_ENGLISH = NameBook(
    given={
        Gender.WOMAN: _names("""
            Alice, Amelia>Amy, Anna, Anneliese, Bridget, Camille, Caroline>Carrie, Catherine>Kate,
            Charlotte>Lottie, Chloé, Clara, Deborah>Debbie, Eleanor>Ellie, Elizabeth>Liz, Emily, Emma, Fiona,
            Françoise, Grace, Hannah, Helen, Inés, Ingrid, Isabella>Bella, Jane, Jessica>Jess, Joan, Julia,
            Katja, Laura, Léa, Lucy, Margaret>Meg, Maria, Mei Ling, Michelle, Naomi, Nicole, Olivia,
            Patricia>Pat, Rachel, Rebecca>Becky, Ruth, Samantha>Sam, Sarah, Sophie, Susan>Sue, Teresa>Tess,
            Victoria>Vicky, Zoë"""),
        Gender.MAN: _names("""
            Aaron, Adam, Alexander>Alex, Andrew>Andy, Antoine, Benjamin>Ben, Björn, Charles>Charlie,
            Christopher>Chris, Daniel>Dan, David>Dave, Edward>Ted, Eric, François, Frederick>Fred, George,
            Hans, Henry>Harry, Hugo, Ian, Jack, Jakob, James>Jim, Jean-Luc, John, Jonathan>Jon, José,
            Joseph>Joe, Kenneth>Ken, Liam, Lukas, Mark, Matthew>Matt, Michael>Mike, Nathan, Nicholas>Nick,
            Oliver>Olly, Patrick>Paddy, Paul, Peter>Pete, Raj, Richard>Rick, Robert>Bob, Ryan, Samuel>Sam,
            Simon, Søren, Stephen>Steve, Thomas>Tom, William>Will"""),
    },
    nicknames={Gender.WOMAN: (), Gender.MAN: ()},
    families=_names("""
        Adams, Allen, Andersson, Baker, Barnes, Bauer, Bennett, Bernard, Brown, Campbell, Carter, Clark,
        Collins, Cooper, Costa, Davies, Dubois, Edwards, Evans, Fischer, Fletcher, Foster, García, Gray,
        Green, Hall, Harris, Hill, Hughes, Jansen, Jones, Kelly, King, Kowalski, Lambert, Larsen, Lee, Lewis,
        MacDonald, Marshall, Martin, Mason, Mitchell, Moore, Morel, Morgan, Müller, Murphy, Nguyen, Novák,
        O'Brien, O'Connor, Palmer, Parker, Patel, Pérez, Phillips, Reid, Richards, Roberts, Robinson, Rossi,
        Scott, Shaw, Smith, Stewart, Tanaka, Taylor, Thompson, Turner, van Dijk, Walker, Ward, Watson, Weber,
        White, Wilson, Wood, Wright, Young"""),
    short_share=0.6,
)

_LAO = NameBook(
    given={
        Gender.WOMAN: _names("""
            ກອນແກ້ວ=Konekeo, ກິ່ງແກ້ວ=Kingkeo, ແກ້ວຕາ=Keota, ແກ້ວດາລາ=Keodala, ແກ້ວມະນີ=Keomany, ຂັນແກ້ວ=Khankeo,
            ຄຳຫຼ້າ=Khamla, ຈັນທະມາລີ=Chanthamaly, ຈັນເພັງ=Chanpheng, ຈັນມະນີ=Chanmany, ຈັນສະໝອນ=Chansamone,
            ຈັນສຸກ=Chansouk, ຈິດຕາ=Chitta, ດວງໃຈ=Douangchay, ດວງຕາ=Douangta, ດາລາ=Dala, ດາລາວັນ=Dalavanh,
            ດາວເຮືອງ=Daoheuang, ດາວວອນ=Daovone, ດາວສະຫວັນ=Daosavanh, ທິດາພອນ=Thidaphone, ທິບພາພອນ=Thipphaphone,
            ນະພາພອນ=Naphaphone, ນິດຕະຍາ=Nittaya, ບົວແກ້ວ=Bouakeo, ບົວຄຳ=Bouakham, ບົວທອງ=Bouathong,
            ບົວພັນ=Bouaphanh, ບົວວັນ=Bouavanh, ປະທຸມ=Pathoum, ປານີ=Pany, ພອນວິໄລ=Phonevilay, ພິມພອນ=Phimphone,
            ພິມພາ=Phimpha, ພຸດສະດີ=Phoutsady, ມະນີຈັນ=Manichanh, ມະນີວັນ=Manivanh, ມະນີສອນ=Manisone, ມາລາ=Mala,
            ມາລີ=Maly, ລັດດາ=Ladda, ລັດດາວັນ=Laddavanh, ວາດສະໜາ=Vatsana, ວິລະວັນ=Vilavanh, ວິໄລ=Vilay,
            ວິໄລພອນ=Vilayphone, ວຽງພອນ=Viengphone, ສີດາ=Sida, ສີວິໄລ=Sivilay, ສຸກສະດາ=Souksada, ສຸດາ=Souda,
            ສຸດາພອນ=Soudaphone, ສຸພາພອນ=Souphaphone, ແສງມະນີ=Sengmany, ໂສພາ=Sopha, ໂສພາວັນ=Sophavanh,
            ອາລຸນນີ=Alounny, ອຳໄພ=Amphay, ອ່ອນຈັນ=Onechanh, ອ່ອນສີ=Onesy"""),
        Gender.MAN: _names("""
            ແກ້ວອຸດອນ=Keooudone, ຄຳດີ=Khamdy, ຄຳຕັນ=Khamtanh, ຄຳໄຊ=Khamxay, ຄຳແພງ=Khampheng, ຄຳພອນ=Khamphone,
            ຄຳມອນ=Khammone, ຄຳສິງ=Khamsing, ຄຳແສງ=Khamseng, ຈັນດີ=Chandy, ຈັນທະ=Chantha, ຈັນທະລາ=Chanthala,
            ໄຊຊະນະ=Xaysana, ໄຊຍະ=Xaya, ດວງຈັນ=Douangchanh, ດວງສະຫວັນ=Douangsavanh, ທອງຄຳ=Thongkham,
            ທອງໄຊ=Thongxay, ທອງສຸກ=Thongsouk, ບຸນຊູ=Bounxou, ບຸນຖົມ=Bounthom, ບຸນທັນ=Bounthan, ບຸນປອນ=Bounpone,
            ບຸນມີ=Bounmy, ບຸນຍັງ=Bounyang, ບຸນເລີດ=Bounlert, ບຸນສົ່ງ=Bounsong, ບຸນເຮືອງ=Bounheuang, ບົວສອນ=Bouasone,
            ພອນໄຊ=Phonexay, ພອນສະຫວັນ=Phonesavanh, ພົມມາ=Phomma, ພູມີ=Phoumy, ພູວົງ=Phouvong, ເພັດສະໄໝ=Phetsamay,
            ເພັດສະໝອນ=Phetsamone, ໂພໄຊ=Phoxay, ລັດສະໝີ=Latsamy, ວັນໄຊ=Vanxay, ວັນທອງ=Vanthong, ວັນນະ=Vanna,
            ວິໄຊ=Vixay, ວຽງໄຊ=Viengxay, ສົມຈິດ=Somchit, ສົມໄຊ=Somxay, ສົມນຶກ=Somneuk, ສົມບັດ=Sombath, ສົມພອນ=Somphone,
            ສົມສັກ=Somsak, ສີພັນ=Siphanh, ສີສະຫວາດ=Sisavath, ສຸກສະຫວັນ=Souksavanh, ສຸພັນ=Souphanh, ສຸລິຍາ=Souliya,
            ແສງພະຈັນ=Sengphachanh, ແສງເພັດ=Sengphet, ແສງອາລຸນ=Sengaloun, ອານຸສອນ=Anousone, ອຸດົມ=Oudom,
            ອຸໄທ=Outhai"""),
    },
    nicknames={
        Gender.WOMAN: _names("""
            ນ້ອຍ=Noy, ແກ້ວ=Keo, ນາ=Na, ນົກ=Nok, ປູ=Pou, ປາ=Pa, ກຸ້ງ=Koung, ຫຼ້າ=La, ຕຸກຕາ=Toukta, ດາວ=Dao, ເດືອນ=Deuan,
            ຝົນ=Fon, ແອນ=Ann, ໜິງ=Ning, ຈອຍ=Joy, ມິ້ນ=Mint, ເມ=May, ແພງ=Pheng, ແນນ=Nan, ບົວ=Boua, ຈັນ=Chanh,
            ປຸ້ຍ=Pouy"""),
        Gender.MAN: _names("""
            ນ້ອຍ=Noy, ແດງ=Deng, ດຳ=Dam, ອ້ວນ=Ouan, ຕ້ອມ=Tom, ໄກ່=Kai, ໝູ=Mou, ຕູ່=Tou, ແຈັກ=Jack, ເຈ=Jay, ບີ=Bee,
            ໄມ້=Mai, ຄຳ=Kham, ພອນ=Phone, ໄຊ=Xay, ທອງ=Thong, ຕົ້ນ=Ton, ບອຍ=Boy, ແສງ=Seng, ສອນ=Sone, ສຸກ=Souk,
            ຕຸ້ຍ=Touy"""),
    },
    families=(
        *_names("""
            ແກ້ວມະນີ=Keomany, ແກ້ວປະເສີດ=Keopaseuth, ແກ້ວວົງສາ=Keovongsa, ຂັນຕິວົງ=Khantivong, ຄຳພູວົງ=Khamphouvong,
            ຄຳວົງສາ=Khamvongsa, ດວງພະຈັນ=Douangphachanh, ດວງມາລາ=Douangmala, ດາລາວົງ=Dalavong, ນໍລະສິງ=Norasing,
            ບຸບຜາ=Boupha, ພົມມະຈັນ=Phommachanh, ພິມມະສອນ=Phimmasone, ເພັດສະລາດ=Phetsalath, ໂພທິລາດ=Phothilath,
            ໂພທິສານ=Phothisane, ມະຫາວົງ=Mahavong, ມະນີວົງ=Manivong, ລາດຊະວົງ=Latsavong, ວົງພະຈັນ=Vongphachanh,
            ວົງສະຫວັນ=Vongsavanh, ວິໄລພອນ=Vilayphone, ວິໄລສັກ=Vilaysack, ສີປະເສີດ=Sipaseuth, ສີວົງໄຊ=Sivongxay,
            ສຸທຳມະວົງ=Southammavong, ສຸລິວົງ=Soulivong, ສົມພາວັນ=Somphavanh, ແສງສຸລິຍາ=Sengsouliya,
            ອຸດົມສັກ=Oudomsack"""),
        *_compounds(
            """ຈັນທະ=Chantha, ໄຊຍະ=Xaya, ທຳມະ=Thamma, ທິບພະ=Thippha, ນັນທະ=Nantha, ບຸນຍະ=Bounya, ປັນຍາ=Panya,
            ພັນທະ=Phantha, ພົມມະ=Phomma, ຣັດຕະນະ=Rattana, ວໍລະ=Vora, ສີລິ=Sily, ສຸວັນນະ=Souvanna, ອິນທະ=Intha""",
            "ວົງ=vong, ລາດ=lath, ສັກ=sack, ພອນ=phone, ສອນ=sone, ໄຊ=xay",
        ),
    ),
    short_share=0.6,
)

_THAI = NameBook(
    given={
        Gender.WOMAN: _names("""
            กนกวรรณ=Kanokwan, กัลยา=Kanlaya, กาญจนา=Kanchana, จันทร์เพ็ญ=Chanphen, จิราพร=Chiraphon, ชนิดา=Chanida,
            ชลธิชา=Chonthicha, ณัฐธิดา=Natthida, ดวงใจ=Duangchai, ดารณี=Darani, ธิดารัตน์=Thidarat, น้ำฝน=Namfon,
            นภา=Napha, นันทนา=Nanthana, นิตยา=Nittaya, ปราณี=Prani, ปวีณา=Pawina, พรทิพย์=Phonthip, พัชรี=Phatchari,
            พิมพ์ชนก=Phimchanok, เพ็ญศรี=Phensi, มณีรัตน์=Manirat, มาลี=Mali, รัตนา=Rattana, รุ่งนภา=Rungnapha,
            ลัดดา=Ladda, วรรณา=Wanna, วาสนา=Watsana, วิภา=Wipha, วิไล=Wilai, ศศิธร=Sasithon, ศิริพร=Siriphon,
            สมหญิง=Somying, สุดา=Suda, สุนิสา=Sunisa, สุพรรณี=Suphanni, สุภาพร=Suphaphon, อรุณี=Aruni, อัญชลี=Anchali,
            อารีย์=Ari"""),
        Gender.MAN: _names("""
            กิตติ=Kitti, กิตติพงษ์=Kittiphong, จักรพันธ์=Chakkraphan, ชัยวัฒน์=Chaiwat, ชาญชัย=Chanchai, ณัฐพล=Natthaphon,
            ณัฐวุฒิ=Natthawut, ธนพล=Thanaphon, ธนากร=Thanakon, ธีรพงษ์=Thiraphong, นพดล=Noppadon, นิพนธ์=Niphon,
            ปกรณ์=Pakon, ประสิทธิ์=Prasit, ประเสริฐ=Prasoet, ปิยะ=Piya, พงศกร=Phongsakon, พีรพัฒน์=Phiraphat,
            ไพโรจน์=Phairot, ภานุพงศ์=Phanuphong, มานพ=Manop, มานะ=Mana, รัฐพล=Ratthaphon, วิชัย=Wichai,
            วิทยา=Witthaya, วีระ=Wira, ศักดิ์ชัย=Sakchai, ศุภชัย=Supphachai, สมชาย=Somchai, สมพงษ์=Somphong,
            สมศักดิ์=Somsak, สิทธิชัย=Sitthichai, สุรชัย=Surachai, สุรศักดิ์=Surasak, อนุชา=Anucha, อนุวัฒน์=Anuwat,
            อภิชาติ=Aphichat, อาทิตย์=Athit, เอกชัย=Ekkachai"""),
    },
    nicknames={
        Gender.WOMAN: _names("""
            น้อย=Noi, แดง=Daeng, นก=Nok, ปู=Pu, ปลา=Pla, กุ้ง=Kung, ฝน=Fon, ฟ้า=Fa, ดาว=Dao, แอน=Ann, เมย์=May,
            มายด์=Mind, มิ้นท์=Mint, พลอย=Ploy, แพร=Phrae, แป้ง=Paeng, ส้ม=Som, ตุ๊กตา=Tukta, อ้อม=Om, จอย=Joy,
            นุ่น=Nun, หนิง=Ning, ใบเตย=Baitoei, แก้ว=Kaeo, เนย=Noei, นิด=Nit"""),
        Gender.MAN: _names("""
            เอก=Ek, ต้น=Ton, บอย=Boy, โต้ง=Tong, เก่ง=Keng, ตั้ม=Tam, โจ=Jo, อาร์ต=Art, แบงค์=Bank, บาส=Bas,
            กอล์ฟ=Golf, โอ๊ต=Oat, นัท=Nat, หนุ่ม=Num, ป้อม=Pom, เล็ก=Lek, ใหญ่=Yai, ช้าง=Chang, หมู=Mu, แมน=Man,
            ปอนด์=Pond, บิ๊ก=Big"""),
    },
    families=_names("""
            กองแก้ว=Kongkaeo, แก้วมณี=Kaeomani, คำแก้ว=Khamkaeo, คำดี=Khamdi, จันทร์แก้ว=Chankaeo, จันทร์ดี=Chandi,
            ใจดี=Chaidi, เจริญผล=Charoenphon, เจริญสุข=Charoensuk, ชัยชนะ=Chaichana, ชูใจ=Chuchai, ดวงดี=Duangdi,
            ทองคำ=Thongkham, ทองดี=Thongdi, ทับทิม=Thapthim, นาคทอง=Nakthong, บัวทอง=Buathong, บุญมี=Bunmi,
            บุญเรือง=Bunrueang, ปัญญาดี=Panyadi, พงษ์ไพบูลย์=Phongphaibun, พรหมมา=Phromma, พันธ์ดี=Phandi,
            โพธิ์ทอง=Phothong, ภักดี=Phakdi, มงคล=Mongkhon, มั่นคง=Mankhong, มีสุข=Misuk, ยอดแก้ว=Yotkaeo, รักษา=Raksa,
            รุ่งเรือง=Rungrueang, วงษา=Wongsa, วิเศษ=Wiset, ศรีจันทร์=Sichan, ศรีทอง=Sithong, ศรีวงศ์=Siwong,
            ศรีสุข=Sisuk, สมบูรณ์=Sombun, สายทอง=Saithong, สิงห์ทอง=Singthong, สุขใจ=Sukchai, สุขสวัสดิ์=Suksawat,
            สุวรรณ=Suwan, แสงจันทร์=Saengchan, แสงทอง=Saengthong, หอมจันทร์=Homchan, อินทร์แก้ว=Inkaeo,
            อุดมสุข=Udomsuk"""),
    short_share=0.75,
)

_KHMER = NameBook(
    given={
        Gender.WOMAN: _names("""
            កញ្ញា=Kanha, កល្យាណ=Kalyan, គន្ធា=Kunthea, ចន្ថា=Chantha, ចន្ទ្រា=Chantrea, ចរិយា=Chariya, ចិន្តា=Chenda,
            ឆវី=Chhavy, ណារី=Nary, ណាវី=Navy, ទេវី=Tevy, ធារី=Theary, ធីតា=Thida, នារី=Neary, និមល=Nimol, បុប្ផា=Bopha,
            ពេជ្រ=Pich, ផល្លា=Phalla, ផល្លី=Phally, មល្លិកា=Mallika, មាលា=Mealea, ម៉ាលី=Maly, រចនា=Rachana,
            រំដួល=Romdoul, រស្មី=Raksmey, លក្ខិណា=Leakena, លីដា=Lida, លីណា=Lina, វណ្ណា=Vanna, វណ្ណារី=Vannary,
            វណ្ណី=Vanny, សុខនី=Sokny, សុខលី=Sokly, សុជាតា=Socheata, សុធារី=Sotheary, សុភាព=Sopheap, សុភារី=Sopheary,
            សុម៉ាលី=Somaly, សុវណ្ណារី=Sovannary, ស្រីនាង=Sreyneang, ស្រីនិច=Sreynich, ស្រីពៅ=Sreypov, ស្រីមាស=Sreymeas,
            ស្រីមុំ=Sreymom, ស្រីរ័ត្ន=Sreyroth, ស្រីល័ក្ខ=Sreyleak, អប្សរា=Apsara"""),
        Gender.MAN: _names("""
            កក្កដា=Kakada, កុសល=Kosal, ចាន់ណា=Channa, ចាន់ដារ៉ា=Chandara, ចំរើន=Chamroeun, ដារ៉ា=Dara, ណារិទ្ធ=Narith,
            ណារ៉ុង=Narong, តុលា=Tola, ធារ៉ា=Theara, បញ្ញា=Panha, បូណា=Bona, បូរ៉ា=Bora, បូរី=Borey, ប៊ុនណា=Bunna,
            ប៊ុនធឿន=Bunthoeun, ពន្លឺ=Ponleu, ពិរុណ=Pirun, ពិសិដ្ឋ=Piseth, ភារុណ=Phearun, ភារម្យ=Phearom, មករា=Makara,
            មង្គល=Mongkul, មុនី=Mony, មេសា=Mesa, រដ្ឋា=Ratha, រតនៈ=Ratanak, រិទ្ធី=Rithy, លីហួរ=Lyhour, វណ្ណៈ=Vannak,
            វាសនា=Veasna, វិចិត្រ=Vichet, វិជ្ជា=Vichea, វិបុល=Vibol, វីរៈ=Vireak, វុទ្ធី=Vuthy, សារ៉ាត់=Sarath,
            សារិន=Sarin, សារឿន=Saroeun, សីហា=Seyha, សុខា=Sokha, សុផល=Sophal, សុភា=Sophea, សុភ័ក្រ=Sopheak,
            សុវណ្ណ=Sovann, សំណាង=Samnang, អារុណ=Arun, ឧត្តម=Oudom, ហេង=Heng"""),
    },
    nicknames={
        Gender.WOMAN: _names("ស្រី=Srey, មុំ=Mom, ពៅ=Pov, តូច=Touch, ណា=Na, នី=Ny, មាស=Meas, រី=Ry"),
        Gender.MAN: _names("ពៅ=Pov, តូច=Touch, ធំ=Thom, ដា=Da, រ៉ា=Ra, ណា=Na, វុធ=Vuth, រិទ្ធ=Rith"),
    },
    families=_names("""
        កុយ=Kuy, កែវ=Keo, ខៀវ=Khiev, គង់=Kong, គឹម=Kim, ងួន=Nguon, ចាន់=Chan, ចេង=Cheng, ឆាយ=Chhay, ឆេង=Chheng,
        ឈឹម=Chhim, ឈួន=Chhoun, ជា=Chea, ជួន=Chuon, ញឹម=Nhim, តាន់=Tan, ទឹម=Tim, ទូច=Touch, ទេព=Tep, នុត=Nuth,
        នួន=Nuon, ប៉ែន=Pen, ប៊ុន=Bun, ប្រាក់=Prak, ពេជ្រ=Pich, ផាន់=Phan, មាន=Mean, មាស=Meas, ម៉ៅ=Mao, យឹម=Yim, រស់=Ros,
        លន់=Lon, លី=Ly, លឹម=Lim, វ៉ាន់=Vann, សុខ=Sok, សំ=Sam, សៅ=Sao, សេង=Seng, សួន=Suon, ស៊ិន=Sin, ស៊ឹម=Sim, ស៊ូ=Sou,
        ស៊ន=Sorn, ស្រ៊ុន=Srun, ហួត=Huot, ហេង=Heng, ឡាយ=Lay, ឡុង=Long, ឡេង=Leng, អ៊ាង=Eang, អ៊ឹម=Im, អ៊ុក=Ouk, អ៊ុំ=Um,
        អ៊ូច=Ouch"""),
    family_first=True,
    short_share=0.25,
)

_GEORGIAN = NameBook(
    given={
        Gender.WOMAN: _names("""
            ანა=Ana>ანუკა=Anuka, ბარბარე=Barbare, გვანცა=Gvantsa, დალი=Dali, დარეჯან=Darejan,
            ეკატერინე=Ekaterine>ეკა=Eka, ელენე=Elene>ელე=Ele, ეთერ=Eter, თამარ=Tamar>თაკო=Tako, თეა=Tea,
            თეკლე=Tekle, თეონა=Teona>თეო=Teo, თინათინ=Tinatin>თიკო=Tiko, ია=Ia, კესარია=Kesaria>კესო=Keso,
            ლანა=Lana, ლელა=Lela, ლია=Lia, ლიკა=Lika, ლილი=Lili, მაია=Maia, მაკა=Maka, მანანა=Manana,
            მარიამ=Mariam>მარი=Mari, მედეა=Medea, მზია=Mzia, ნათელა=Natela, ნათია=Natia, ნანა=Nana,
            ნანული=Nanuli, ნინო=Nino>ნინიკო=Niniko, ნონა=Nona, ნუცა=Nutsa, რუსუდან=Rusudan>რუსიკო=Rusiko,
            სალომე=Salome, სოფიო=Sopio>სოფო=Sopo, ქეთევან=Ketevan>ქეთი=Keti, შორენა=Shorena, ციალა=Tsiala,
            ცისანა=Tsisana, ხათუნა=Khatuna, ხატია=Khatia"""),
        Gender.MAN: _names("""
            ალექსანდრე=Aleksandre>სანდრო=Sandro, არჩილ=Archil>აჩი=Achi, ბაჩანა=Bachana,
            ბესიკ=Besik>ბესო=Beso, ბექა=Beka, გელა=Gela, გიგა=Giga, გიორგი=Giorgi>გიო=Gio, გოჩა=Gocha,
            დავით=Davit>დათო=Dato, დიმიტრი=Dimitri>დიტო=Dito, ელდარ=Eldar, ემზარ=Emzar, ვაჟა=Vazha,
            ვასილ=Vasil>ვასო=Vaso, ვახტანგ=Vakhtang>ვახო=Vakho, ზურაბ=Zurab>ზურა=Zura, თემურ=Temur>თემო=Temo,
            თენგიზ=Tengiz>თენგო=Tengo, თორნიკე=Tornike>თოკო=Toko, იოსებ=Ioseb>სოსო=Soso,
            ირაკლი=Irakli>იკა=Ika, კახა=Kakha, კონსტანტინე=Konstantine>კოტე=Kote, ლაშა=Lasha, ლევან=Levan,
            ლუკა=Luka, მალხაზ=Malkhaz, მამუკა=Mamuka, მერაბ=Merab, მიხეილ=Mikheil>მიშა=Misha,
            ნიკოლოზ=Nikoloz>ნიკა=Nika, ნოდარ=Nodar, ოთარ=Otar>ოთო=Oto, პაატა=Paata, რამაზ=Ramaz,
            რევაზ=Revaz>რეზო=Rezo, საბა=Saba, შოთა=Shota, ცოტნე=Tsotne, ჯაბა=Jaba"""),
    },
    nicknames={Gender.WOMAN: (), Gender.MAN: ()},
    families=_names("""
        აბაშიძე=Abashidze, ალავიძე=Alavidze, არაბული=Arabuli, ბერიძე=Beridze, ბოლქვაძე=Bolkvadze,
        ბურდული=Burduli, გაბუნია=Gabunia, გელაშვილი=Gelashvili, გიორგაძე=Giorgadze, გოგიშვილი=Gogishvili,
        გოგოლაძე=Gogoladze, დავითაშვილი=Davitashvili, დვალი=Dvali, დოლიძე=Dolidze, ელიავა=Eliava,
        ზარიძე=Zaridze, თავაძე=Tavadze, თოდუა=Todua, იაშვილი=Iashvili, კაპანაძე=Kapanadze, კახიძე=Kakhidze,
        კიკნაძე=Kiknadze, ლაბაძე=Labadze, ლომიძე=Lomidze, ლორთქიფანიძე=Lortkipanidze, მაისურაძე=Maisuradze,
        მამულაშვილი=Mamulashvili, მაჭარაშვილი=Macharashvili, მელაძე=Meladze, მიქელაძე=Mikeladze,
        მჭედლიშვილი=Mchedlishvili, ნადირაძე=Nadiradze, ნიკოლაიშვილი=Nikolaishvili, ნოზაძე=Nozadze,
        ონიანი=Oniani, პაპუაშვილი=Papuashvili, რამიშვილი=Ramishvili, სამხარაძე=Samkharadze,
        სულაბერიძე=Sulaberidze, ტაბატაძე=Tabatadze, ფირცხალავა=Pirtskhalava, ქავთარაძე=Kavtaradze,
        ქობალია=Kobalia, ღოღობერიძე=Ghoghoberidze, ყიფიანი=Kipiani, შავიშვილი=Shavishvili,
        შენგელია=Shengelia, ჩხეიძე=Chkheidze, ცინცაძე=Tsintsadze, ცხადაძე=Tskhadadze, ძიძიგური=Dzidziguri,
        წიკლაური=Tsiklauri, წულაია=Tsulaia, ჭანტურია=Chanturia, ხუციშვილი=Khutsishvili, ჯანელიძე=Janelidze,
        ჯაფარიძე=Japaridze, ჯიქია=Jikia"""),
    short_share=0.6,
)

BOOKS: Mapping[str, NameBook] = {"lo": _LAO, "en": _ENGLISH, "th": _THAI, "km": _KHMER, "ka": _GEORGIAN}
"""The names of each language of the demo shop."""
