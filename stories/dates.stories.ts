import * as vocabulary from "./gallery/vocabulary.js";
import { meta, story } from "./mount.js";

export default { ...meta("Dates"), title: "Dates" };

export const Vocabulary = story(vocabulary.dateVocabulary);
export const VocabularyDark = story(vocabulary.dateVocabularyDark);
export const VocabularyVertical = story(vocabulary.dateVocabularyVertical);
