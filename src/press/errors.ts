/** What goes wrong at the press, said in one sentence for the person at the desk. */
import { type PressLanguage, type PressSentence, type PressValues, sayPress } from './sentences.ts';

/** `message` is the sentence in English; `say` gives it in the language asked for. `page` is the Scene's page id where one is known. */
export class PressError extends Error {
  readonly sentence: PressSentence;
  readonly values: PressValues;
  readonly page: string | null;

  constructor(sentence: PressSentence, values: PressValues = {}, page: string | null = null) {
    super(sayPress(sentence, values, 'en'));
    this.name = 'PressError';
    this.sentence = sentence;
    this.values = values;
    this.page = page;
  }

  say(language: PressLanguage): string {
    return sayPress(this.sentence, this.values, language);
  }
}
