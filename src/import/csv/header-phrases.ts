/** Column headers that name a field: one line per field, English first, then the shipped languages. */

export type Field = keyof typeof HEADERS;

/** Phrases as `headerKey` normalises them, separated by bars, best match first. */
const HEADERS = {
  title:
    "title|headline|event|event title|event name|name|what|subject|summary|label|content|" +
    "titel|ereignis|bezeichnung|titre|événement|evenement|intitulé|título|titulo|evento|nombre|titolo|nome|" +
    "gebeurtenis|naam|tytuł|wydarzenie|nazwa|название|заголовок|событие|标题|標題|事件|名称|名稱|タイトル|出来事|件名|" +
    "제목|사건|العنوان|الحدث|عنوان|رویداد|titolo evento|titlu|başlık|olay|заголовок події|подія|назва|" +
    "כותרת|שם|אירוע",
  date:
    "event date|date of event|date|when|datetime|date time|day date|date made|date created|creation date|object date|" +
    "date taken|date held|made|created|taken|held|occurred|built|date occurred|date range|dating|dated|photographed|" +
    "manufactured|painted|" +
    "ereignisdatum|datum des ereignisses|veranstaltungsdatum|entstehungsdatum|entstehung|aufnahmedatum|datum|datierung|" +
    "entstehungszeit|zeitraum|datation|datación|datazione|datação|datering|datowanie|датировка|датування|" +
    "date de l événement|date de création|date de réalisation|fecha del evento|fecha de creación|fecha|" +
    "data dell evento|data dell opera|data di creazione|data do evento|data de criação|data wydarzenia|" +
    "data powstania|data|datum gebeurtenis|datum evenement|vervaardigingsdatum|дата события|дата создания|дата|" +
    "дата події|дата створення|事件日期|创作日期|創作日期|制作日期|日期|时间|時間|年代|断代|斷代|制作年|製作年|日付|年月日|開催日|制作日|製作日|撮影日|" +
    "날짜|연대|제작일|행사일|تاريخ الحدث|التاريخ|تاريخ|تاریخ رویداد|تاریخ|תיארוך|תאריך האירוע|תאריך אירוע|תאריך|" +
    "etkinlik tarihi|olay tarihi|yapım tarihi|tarih",
  start:
    "start date|start|begin|begin date|from|date start|date from|date begin|start time|startdate|starts|begins|since|" +
    "started|began|founded|established|earliest|not before|terminus post quem|" +
    "startdatum|beginn|anfang|von|datum von|date de début|début|debut|du|fecha de inicio|fecha inicio|inicio|desde|" +
    "data di inizio|inizio|dal|data de início|data inicial|início|begindatum|van|data rozpoczęcia|początek|od|" +
    "начало|дата начала|с|початок|дата початку|开始日期|開始日期|开始|開始|開始日|시작일|시작|تاريخ البدء|البداية|" +
    "تاریخ شروع|شروع|آغاز|תאריך התחלה|התחלה|başlangıç tarihi|başlangıç",
  end:
    "end|end date|to|until|finish|date end|date to|date until|end time|enddate|till|close|ends|finishes|" +
    "ended|finished|dissolved|latest|not after|terminus ante quem|" +
    "ende|enddatum|bis|fin|date de fin|fecha de fin|fecha fin|hasta|fine|data di fine|fim|data final|data de término|" +
    "einddatum|eind|data zakończenia|koniec|конец|дата окончания|окончание|结束日期|結束日期|結束|終了日|終了|종료일|" +
    "تاريخ الانتهاء|النهاية|پایان|تاریخ پایان|bitiş|bitiş tarihi|кінець|дата закінчення|תאריך סיום|סיום|" +
    "datum bis|au|al|até|tot|do|по|结束|종료",
  description:
    "description|text|body|details|detail|notes|note|comment|snippet|card detailed text|abstract|" +
    "beschreibung|anmerkung|texte|détails|descripción|descripcion|detalles|texto|descrizione|testo|descrição|descricao|" +
    "detalhes|omschrijving|beschrijving|opis|tekst|описание|текст|描述|说明|說明|内容|內容|説明|本文|설명|내용|" +
    "الوصف|النص|توضیحات|شرح|תיאור|açıklama|опис",
  lane:
    "lane|group|category|series|track|type|kind|section|" +
    "gruppe|kategorie|reihe|groupe|catégorie|categorie|grupo|categoría|categoria|gruppo|groep|grupa|kategoria|" +
    "группа|категория|分组|類別|类别|分类|分類|グループ|カテゴリ|カテゴリー|그룹|분류|المجموعة|الفئة|گروه|دسته|grup|kategori|категорія",
  tags:
    "tags|tag|keywords|keyword|schlagwörter|schlagworte|stichwörter|mots clés|étiquettes|etiquetas|palabras clave|" +
    "parole chiave|palavras chave|trefwoorden|tagi|słowa kluczowe|теги|метки|标签|標籤|タグ|태그|الوسوم|برچسب|etiketler",
  source:
    "source|sources|url|link|links|href|reference|references|citation|source url|web|website|" +
    "quelle|quellen|lien|fuente|fuentes|enlace|fonte|fonti|fontes|collegamento|bron|bronnen|źródło|odnośnik|" +
    "источник|источники|ссылка|来源|來源|链接|連結|出典|リンク|출처|링크|المصدر|الرابط|منبع|پیوند|מקור|קישור|kaynak|bağlantı|джерело",
  sourceTitle: "source title|link title|titre de la source|título de la fuente|titel der quelle",
  publisher:
    "publisher|outlet|media outlet|newspaper|herausgeber|verlag|éditeur|editeur|editor|editorial|editore|editora|" +
    "uitgever|wydawca|издатель|издание|出版社|出版者|출판사|الناشر|ناشر|yayıncı|видавець",
  author: "author|authors|byline|autor|autorin|auteur|autore|autora|автор|作者|著者|저자|المؤلف|نویسنده|yazar",
  published:
    "published|publication date|veröffentlicht|publié le|publicado|pubblicato|gepubliceerd|опубликовано|发布日期|公開日",
  quote: "quote|zitat|citation textuelle|cita|citazione|citaat|cytat|цитата|引文|引用",
  place:
    "place|location|where|venue|city|country|ort|lieu|lugar|luogo|local|plaats|miejsce|место|地点|地點|場所|장소|المكان|مکان|מקום|מיקום|yer|місце",
  importance:
    "importance|weight|priority|wichtigkeit|importancia|importanza|importância|belang|ważność|важность|重要性|重要度|중요도",
  status: "status|statut|estado|stato|estatuto|статус|状态|狀態|状況|상태",
  id: "id|uid|unique id|slug|identifier|key|identifiant|identificador|kennung",
  shortTitle: "short title|short|kurztitel|titre court|título corto|titolo breve",
  media:
    "image|photo|picture|media|image url|bild|imagen|immagine|imagem|afbeelding|obraz|изображение|图片|圖片|画像|이미지",
  mediaCredit: "media credit|image credit|photo credit|credit|bildnachweis|crédit",
  mediaCaption: "media caption|image caption|caption|bildunterschrift|légende",
  mediaAlt: "alt text|alt|image alt|alternativtext",
  lang: "lang|language|sprache|langue|idioma|lingua",
  displayDate:
    "display date|date display|displayed date|date text|textual date|shown date|date expression|date as written|" +
    "date verbatim|verbatim date|date string|date statement|date label|anzeigedatum|datum text|datumsangabe|" +
    "date affichée|date textuelle|fecha textual|fecha mostrada|data testuale|data textual|datum tekst|data tekstowa|" +
    "дата текстом|дата прописью|显示日期|顯示日期|表示日付|表示年代|표시 날짜|תאריך לתצוגה|görünen tarih",
  dateCertainty:
    "certainty|date certainty|date qualifier|qualifier|date modifier|date prefix|date confidence|date accuracy|date reliability|" +
    "datierungssicherheit|certitude|certitude de la date|certeza|certezza|zekerheid|pewność|достоверность|достовірність|" +
    "确定性|確定性|確度|확실성|kesinlik",
  approximate:
    "approximate|approximate date|date approximate|date is approximate|is approximate|approx|date approx|circa|ca|" +
    "is circa|date circa|estimated|date estimated|date is estimated|is estimated|ungefähr|datum ungefähr|geschätzt|" +
    "approximatif|date approximative|aproximado|aproximada|fecha aproximada|data aproximada|approssimativa|" +
    "data approssimativa|ongeveer|bij benadering|przybliżona|data przybliżona|приблизительно|приблизительная дата|" +
    "приблизно|大约|大約|约|約|およそ|대략|تقريبي|تقریبی|משוער|yaklaşık",
  uncertain:
    "uncertain|date uncertain|date is uncertain|is uncertain|uncertain date|date questionable|unsicher|datum unsicher|" +
    "incertain|date incertaine|incierta|fecha incierta|incerta|data incerta|onzeker|niepewna|data niepewna|" +
    "предположительно|不确定|不確定|不確か|불확실|belirsiz",
  datePrecision:
    "date precision|precision|date granularity|granularity|date resolution|genauigkeit|datumsgenauigkeit|précision|" +
    "précision de la date|precisión|precisione|precisão|precisie|dokładność|точность|точність|精度|정밀도",
  year: "year|start year|year start|year from|from year|year made|year created|creation year|event year|jahr|année|annee|año|ano|anno|jaar|rok|год|年|年份|연도|السنة|سال|שנה|yıl|рік",
  month:
    "month|start month|month start|monat|mois|mes|mês|mese|maand|miesiąc|месяц|月|月份|월|الشهر|ماه|חודש|ay|місяць",
  day: "day|start day|day start|tag des monats|jour|día|dia|giorno|dag|dzień|день|日|일|اليوم|روز|יום|gün",
  time: "time|uhrzeit|heure|hora|ora|tijd|godzina|время|时刻|時刻|시각|الوقت|ساعت|saat",
  hour: "hour|hours|stunde",
  minute: "minute|minutes",
  second: "second|seconds|sekunde",
  endYear: "end year|year end|year to|to year|endjahr|année de fin",
  endMonth: "end month|month end|endmonat|mois de fin",
  endDay: "end day|day end|endtag|jour de fin",
  era: "era|year era|date era|start era|bc|bce|is bc|is bce|bc ad|bce ce|ad bc|ce bce",
  endEra: "end era|end bc ad",
  endTime: "end clock|end hour|endzeit",
} as const;

/** The field of a phrase, and its rank: 0 is the best match. */
export const PHRASES: ReadonlyMap<string, { readonly field: Field; readonly rank: number }> = new Map(
  (Object.keys(HEADERS) as Field[]).flatMap((field) =>
    HEADERS[field].split("|").map((phrase, rank) => [phrase, { field, rank }] as const),
  ),
);

/** Words that identify the field when a longer header ends with them, or is one of them and a number. */
export const PARTIAL: Readonly<Partial<Record<Field, readonly string[]>>> = {
  start: ["start", "begin", "open", "opened", "opening", "starts", "begins", "earliest"],
  end: ["end", "close", "closed", "closing", "finish", "ende", "fin", "ends", "latest"],
  title: ["title", "headline", "name", "titel", "titre", "título"],
  source: ["source", "sources", "url", "link", "links", "quelle", "fuente"],
  year: ["year", "jahr", "année", "año", "anno", "ano", "jaar", "rok", "год", "рік", "yıl", "שנה"],
};

/** Calendars that are not read: such a column is kept in `data` and never used as the date. */
export const OTHER_CALENDARS =
  /\b(?:jalali|shamsi|hijri|hijrah|islamic|hebrew|jewish|julian|persian|chinese|lunar|era|reiwa|minguo|republican)\b/;
