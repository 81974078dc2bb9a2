/** CLDR plural categories a language may distinguish. `other` is always there. */
export interface PluralForms {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** Words that are counted; `{0}` is the number. */
export type CountedWord =
  | "events"
  | "sources"
  | "lanes"
  | "cited"
  | "accounts"
  | "earlier"
  | "later"
  | "atOnce"
  | "notNamed"
  | "nameAll"
  | "publishers"
  | "moreSources"
  | "approximateDates"
  | "uncertainDates"
  | "differingDates"
  | "unsourcedEvents"
  | "yearsOn"
  | "notPlacedSee"
  | "moreListed";

export type StatusWord = "confirmed" | "reported" | "presumed" | "disputed" | "denied" | "planned";

export type RelationWord =
  | "anniversary-of"
  | "follows"
  | "responds-to"
  | "causes"
  | "reports"
  | "contradicts"
  | "part-of"
  | "shown-in";

/** Keys of words, sentences and templates. A new key is a type error in each language without it. */
export type FigureWord =
  | "timeline"
  | "summary"
  | "summaryOne"
  | "summaryLanes"
  | "noEvents"
  | "notPlaced"
  | "notPlacedWhy"
  | "list"
  | "sourcesHeading"
  | "unsourced"
  | "sourceNotFound"
  | "sourceNumber"
  | "archived"
  | "lane"
  | "cluster"
  | "clusterSame"
  | "details"
  | "close"
  | "back"
  | "previous"
  | "next"
  | "position"
  | "asWritten"
  | "account"
  | "zoomIn"
  | "zoomOut"
  | "showAll"
  | "showEarlier"
  | "showLater"
  | "skip"
  | "window"
  | "windowCount"
  | "laneInView"
  | "key"
  | "keyLasted"
  | "keyOnce"
  | "keyAbout"
  | "keyUncertain"
  | "keyClaims"
  | "keyCluster"
  | "keyPile"
  | "keyBars"
  | "keyNamed"
  | "keyRibbon"
  | "keyThin"
  | "noneFor"
  | "keyOneOf"
  | "keyAllOf"
  | "keyOpen"
  | "keyUnknown"
  | "note"
  | "noteSize"
  | "noteZone"
  | "noteEqual"
  | "noteLog"
  | "noteFold"
  | "noteFoldThrough"
  | "notToScale"
  | "segmentNarrow"
  | "segmentWide"
  | "segmentWidest"
  | "noteSegmented"
  | "trueScale"
  | "today"
  | "uncertain"
  | "approximate"
  | "approximateUncertain"
  | "claimsDiffer"
  | "durations"
  | "opensNew"
  | "sourcesFrom"
  | "sourceTip"
  | "accessed"
  | "listComma"
  | "listSemicolon"
  | "timeAfter"
  | "timeBefore"
  | "sameDay"
  | "countRange"
  | "aboutTime"
  | "firstAnniversary"
  | "anniversary"
  | "relationBack"
  | "notePublishers"
  | "noSource"
  | "copyAs"
  | "copyText"
  | "copied"
  | "copyByHand"
  | "copyLink"
  | "print"
  | "showRelations"
  | "moreTools"
  | "linkCopied"
  | "linkInAddress"
  | "download"
  | "downloadFailed"
  | "downloadLoss"
  | "loadFailed"
  | "retry"
  | "skipEnd"
  | "end"
  | "wheelHint"
  | "fold"
  | "unfold"
  | "drawTrueScale"
  | "drawBent"
  | "find"
  | "findWords"
  | "any"
  | "tags"
  | "publisher"
  | "certainty"
  | "unsourcedOnly"
  | "clearFilter"
  | "showing"
  | "clusterOpened"
  | "partInView"
  | "story"
  | "help"
  | "keysAlong"
  | "keysAcross"
  | "keysEnds"
  | "keysPage"
  | "keysZoom"
  | "keysOpen"
  | "keysClose"
  | "nameFewer";

/** All texts of a figure that are not dates. */
export type FigureWords = Readonly<Record<FigureWord, string>> &
  Readonly<Record<CountedWord, PluralForms>> & {
    /** A number and the month or year that it is of: "231 in March 2011". Default: a comma between them. */
    readonly countIn?: string;
    /**
     * After a number of events: "a month". In a sentence about each unit it may differ: "a month|for each month". `{0}` is a
     * number of years.
     */
    readonly perUnit: readonly [
      hour: string,
      day: string,
      week: string,
      month: string,
      quarter: string,
      year: string,
      years: string,
    ];
    readonly status: Readonly<Record<StatusWord, string>>;
    /** A status with the number of its events: "3 disputed". */
    readonly statusCount: Readonly<Record<StatusWord, string>>;
    readonly relations: Readonly<Record<RelationWord, string>> & { readonly [type: string]: string | undefined };
    /** The relation as read from its target. `contradicts` needs no word of its own, because it reads alike from both sides. */
    readonly relationsBack: Readonly<Record<Exclude<RelationWord, "contradicts">, string>> & {
      readonly [type: string]: string | undefined;
    };
  };
