/** Tells which headers name the date of an event, and which the date of an administrative act on its record. */

/** How likely a column holds the date of the event; the lowest number wins. */
export const STANDING = {
  /** The header names the event: "event date", "made". */
  event: 0,
  /** The header is a general word for a date: "date", "start". */
  general: 1,
  /** The header has a word for a date and others: "launch date". */
  partial: 2,
  /** The header names the event in a lesser way: "planned start", "date (Old Style)". */
  substitute: 3,
  /** The header names work on the record, or the life of a person: "date added", "birth date". */
  administration: 4,
} as const;

export type Standing = (typeof STANDING)[keyof typeof STANDING];

const words = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.join(" ").split(" "));

/** Beginnings of words about the record or a person, for scripts that separate words. */
const ADMINISTRATION = [
  "added adding modif updat changed edit edited editing acqui accession accessed uploaded upload publish publication retriev",
  "downloaded catalog digiti scanned scan import export index verif review check approv submit receiv register",
  "registr inventor purchas donat gift loan birth born dob death died dod deceas artist author creator maker owner",
  "purchas deposit transfer restor conserv exhibit print pub filed filing",
  "copyright timestamp expir due deadline revis synced synchron archiv posted fetched crawled logged reported",
  "hinzugefügt geändert änderung bearbeit aktualisier erwerb erworben zugang hochgeladen veröffentlich abruf abgerufen",
  "eingang druckdatum restaurier geburt geboren tod todes gestorben sterbe inventari erfass digitalisier künstler ankauf",
  "versement dépôt entrée ajout publi consult récup téléch téléver naissance né née décès mort numéris saisie inventaire artiste",
  "alta añadid agregad actualiz adquisi adquirid subid recuperad nacimiento nacid muerte fallec defunción digitaliz ingreso",
  "aggiunt aggiorn caric pubblica nascita nato nata morte decesso inventari",
  "adicionad adição alteraç atualiz aquisi carregad envio acess nascimento nascid óbito falecimento incorpora regist",
  "toegevoegd toevoeging gewijzigd wijziging bijgewerkt verworven verwerving aanwinst geüpload gepubliceerd publicatie",
  "geraadpleegd geboorte overl sterf gedigitaliseerd invoer kunstenaar",
  "dodan modyfik zmian aktualiz nabyc pozyskan przesłan opublik publik dostęp pobran urodz śmierc zgon zgonu rejestr artyst",
  "katalog добав измен обнов поступ приобрет загруз публик опублик обращ рождени смерт оцифр регистр художн каталог",
  "додан додав змін оновл надходж придб завант опублік публік зверн народж художник реєстр",
  "oluşturma eklen ekleme değiş güncelle edinim edinme satın yükle yayın yayım erişim doğum ölüm ölümü vefat kayıt kaydı sanatçı",
]
  .join(" ")
  .split(" ");

/** Words in scripts that join words or add prefixes, so they are found anywhere in a header. */
const ADMINISTRATION_JOINED =
  /添加|修改|更新|入藏|收购|收購|购入|購入|上传|上傳|发布|發布|公布|出版|检索|檢索|访问|訪問|出生|逝世|死亡|去世|卒年|录入|錄入|登录|登錄|登记|登記|编目|編目|数字化|最后|最後|追加|修正|変更|収蔵|取得|受入|寄贈|アップロード|公開|掲載|閲覧|生年|誕生|没年|登録|入力|作家|作者|추가|수정|변경|갱신|업데이트|취득|입수|구입|업로드|게시|발행|출판|검색|출생|사망|등록|입력|작가|إضافة|تعديل|تحديث|اقتناء|تحميل|رفع|نشر|الاطلاع|الوصول|ميلاد|الولادة|وفاة|تسجيل|إدخال|الفنان|افزودن|ویرایش|تغییر|روزرسانی|بارگذاری|انتشار|بازیابی|تولد|درگذشت|مرگ|ثبت|هنرمند|הוספ|נוסף|שינוי|עדכון|עודכן|רכיש|העלא|פרסום|אחזור|לידה|פטירה|מוות|קטלוג|רישום|האמן/u;

/** Words that name what the event itself is. */
const EVENT_WORDS = words(
  "event made created creation object taken held produced production built construction occurred happened executed",
  "occurrence performed composed written ereignis veranstaltung entstehung aufnahme événement création réalisation",
  "evento creación creazione criação realización opera wydarzenia powstania gebeurtenis evenement vervaardiging",
  "события создания події створення etkinlik olay yapım",
);

const EVENT_WORDS_JOINED = /事件|创作|創作|制作|製作|開催|撮影|제작|행사|촬영|الحدث|رویداد|האירוע|אירוע/u;

/** Words for a date. */
const DATE_WORDS = words(
  "date dates datum fecha дата tarih tarihi תאריך تاريخ تاریخ التاريخ when 日期 日付 날짜 year jahr année año anno",
  "ano jaar rok год рік yıl שנה timestamp begin start end begins starts ends finish",
);

const DATE_WORDS_JOINED = /日期|日付|年月日|날짜|تاريخ|تاریخ|תאריך/u;

/** "Data" is a word for a date in Italian, Portuguese and Polish, where one of these words follows it. */
const ROMANCE_DATE =
  /^data (?:di|de|da|do|dal|del|dell|della|dello|d|inizio|início|inicial|fine|final|\p{L}+[aą]|\p{L}+(?:nia|cia|wa))(?: |$)/u;

/** Words that make a header with a word for a date something else: its kind, its wording, its certainty. */
const NOT_A_DATE = words(
  "type format note notes source text label calendar range era order name qualifier certainty confidence precision",
  "approximate approx circa estimated uncertain accuracy place location city country station number no by id url link",
  "status reason comment method basis known zone timezone typ quelle anmerkung ort lieu lugar luogo plaats",
);

/** "created at", "updated on": stamps of a database. */
const STAMP =
  /^(?:created|inserted|saved) (?:at|on|time|by)$|^(?:create|insert|record|row) (?:time|date|at)$|^date entered$|^(?:data )?entry date$|mise à jour/;

/** Whether a header names work on the record, or the life of a person. `key` is normalised by `headerKey`. */
export function isAdministrative(key: string): boolean {
  if (STAMP.test(key) || ADMINISTRATION_JOINED.test(key)) return true;
  return key.split(" ").some((word) => ADMINISTRATION.some((stem) => startsWith(word, stem)));
}

/** Whether a header names a plan, which loses against what happened. */
export function isPlan(key: string): boolean {
  return /(?:^| )(?:planned|baseline|scheduled|forecast|projected|geplant\w*|soll|prévue?|previst[ao]|gepland\w*)(?: |$)/.test(
    key,
  );
}

/** Short stems are whole words, so that "due" does not match "duel". */
function startsWith(word: string, stem: string): boolean {
  return stem.length <= WHOLE_WORD_LENGTH ? word === stem : word.startsWith(stem);
}

const WHOLE_WORD_LENGTH = 4;

/** Whether a header names the event itself. */
export function namesEvent(key: string): boolean {
  return EVENT_WORDS_JOINED.test(key) || key.split(" ").some((word) => EVENT_WORDS.has(word));
}

/** Whether a header has a word for a date. */
export function hasDateWord(key: string): boolean {
  return key.split(" ").some((word) => DATE_WORDS.has(word));
}

/** Whether a longer header names a date: it has a word for one, and none that makes it something else. */
export function namesDate(key: string): boolean {
  const parts = key.split(" ");
  if (parts.some((word) => NOT_A_DATE.has(word))) return false;
  if (DATE_WORDS_JOINED.test(key) || ROMANCE_DATE.test(key)) return true;
  const isWord = (word: string | undefined): boolean =>
    word !== undefined && (DATE_WORDS.has(word) || /.(?:datum|jahr)$/.test(word));
  return isWord(parts[0]) || isWord(parts.at(-1));
}
