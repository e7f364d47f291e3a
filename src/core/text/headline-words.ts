/** Words of one character that bind a headline's line to the next or to the one before (guide §3.4 C14). */

/** Particles and conjunctions: no line begins with one. */
export const NOT_FIRST_IN_HEADLINE = '的了着和与等及或是在吗呢吧啊们地得过與嗎們過著';

/** Words of place after a noun (桥上, 书店里): no line begins with one. */
export const PLACE_WORDS = '里上下中内外前后间旁裡裏內後間';

/** What makes a longer noun of the one before (合唱团, 柳林村): better not first in a line. */
export const NOUN_ENDINGS = '团队馆厅局所店铺社站村镇乡县市区路街桥人者家员长级式型化性率线團隊館廳鋪鎮鄉縣區橋員長級線';

/** Prepositions and the like, which want what follows: no line ends with one. */
export const NOT_LAST_IN_HEADLINE = '把被将给从向对为让于以由比跟替往朝将給從對為讓於將第';

/** Han numerals: a number is one, with the word that counts by it. */
export const HAN_NUMERALS = '〇零一二三四五六七八九十百千万亿两几萬億兩幾';

/** After these a phrase ends. */
export const ENDS_PHRASE = '的了着过著過';
