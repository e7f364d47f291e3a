/** In place of packages that pdfkit loads for what the press never asks of it. Whoever asks all the same is told. */
export const create = () => {
  throw new Error('pdfkit was asked to read a font; the press brings its own subsets.');
};

export default class Unused {
  constructor() {
    throw new Error('pdfkit was asked to break lines or to read a PNG; the press does neither with it.');
  }
}
