/** A face of the font catalogue (resources/fonts/catalogue.json), such as `serif-400`. */
export type FontId = string;
