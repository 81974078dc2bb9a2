import type { TimelineDocument } from "../../src/model/document/document.js";
import { ar } from "../../src/locales/ar.js";
import type { GalleryCase } from "./case.js";

/** Invented events of a library, in Arabic, Hebrew and Japanese: right-to-left text, and text without blanks. */
export const rightToLeft = (): GalleryCase => ({
  document: {
    title: "تاريخ مكتبة الحي",
    lang: "ar",
    lanes: [
      { id: "house", title: "المبنى" },
      { id: "books", title: "الكتب" },
    ],
    events: [
      { title: "افتتاح المكتبة في بيت صغير قرب السوق", date: "1931-04-02", lane: "house", importance: 5 },
      { title: "نقل المكتبة إلى المبنى الجديد (1948)", date: "1948", lane: "house" },
      { title: "إضافة قاعة للأطفال", date: "1962-09", lane: "house" },
      { title: "أول فهرس مطبوع", date: "1936~", lane: "books" },
      { title: "وصول مجموعة الخرائط", date: "1951/1953", lane: "books", status: "reported" },
      { title: "الفهرس الإلكتروني يعمل", date: "1994-01-15", lane: "books", importance: 4 },
    ],
  },
  options: { width: 960 },
  issues: ["unsourced"],
});

/** Events in Arabic with and without sources, and an era: generated words beside words of the document. */
const museum: TimelineDocument = {
  title: "تاريخ متحف المدينة",
  description: "من البيت الصغير إلى المبنى الجديد",
  lang: "ar",
  lanes: [
    { id: "house", title: "المبنى" },
    { id: "things", title: "المجموعة" },
  ],
  eras: [{ title: "في البيت القديم", date: "1931/1948", sources: ["https://example.org/old-house"] }],
  events: [
    {
      title: "افتتاح المتحف قرب السوق",
      date: "1931-04-02",
      lane: "house",
      importance: 5,
      sources: ["https://example.org/opening", "https://example.org/market"],
    },
    { title: "حريق في السقف", date: "1939/1941", lane: "house", status: "disputed" },
    { title: "بدء العمل في المبنى الجديد", date: "1946-10/..", lane: "house" },
    { title: "أول فهرس مطبوع", date: "1936~", lane: "things" },
    { title: "معرض British Library الزائر", date: "1951-05-01", lane: "things", sources: ["https://example.org/show"] },
    { title: "تصوير المجموعة كلها", date: "2008?", lane: "things" },
  ],
};

export const rightToLeftSources = (): GalleryCase => ({
  document: museum,
  options: { width: 960, locale: ar },
  issues: ["unsourced"],
});
export const rightToLeftTurned = (): GalleryCase => ({
  document: museum,
  options: { width: 960, locale: ar, axisDirection: "rtl" },
  issues: ["unsourced"],
});
/** A low figure in Arabic: date and title on one line. */
export const rightToLeftLow = (): GalleryCase => ({
  document: museum,
  options: { width: 640, height: 340, locale: ar },
  issues: ["unsourced"],
});
export const rightToLeftNarrow = (): GalleryCase => ({
  document: museum,
  options: { width: 360, locale: ar },
  issues: ["unsourced"],
});

export const hebrewVertical = (): GalleryCase => ({
  document: {
    title: "ספריית השכונה",
    lang: "he",
    events: [
      { title: "הספרייה נפתחת בבית קטן ליד השוק", date: "1931-04-02", importance: 5 },
      { title: "מעבר לבניין החדש", date: "1948" },
      { title: "אולם הילדים נוסף לבניין (קומה 2)", date: "1962-09", status: "presumed" },
    ],
  },
  options: { width: 360 },
  issues: ["unsourced"],
});

export const japanese = (): GalleryCase => ({
  document: {
    title: "町の図書館の歩み",
    lang: "ja",
    lanes: [
      { id: "建物", title: "建物" },
      { id: "本", title: "本" },
    ],
    events: [
      {
        title: "市場のそばの小さな家で図書館が開館し、最初の三百冊が並べられた",
        date: "1931年4月2日",
        lane: "建物",
        importance: 5,
      },
      { title: "新しい建物に移転", date: "1948年", lane: "建物" },
      { title: "子どものための部屋ができる", date: "1962年9月", lane: "建物" },
      { title: "最初の印刷された目録", date: "1936~", lane: "本" },
      { title: "地図のコレクションが届く", date: "1951/1953", lane: "本", status: "reported" },
    ],
  },
  options: { width: 960 },
  issues: ["unsourced"],
});
