/** What goes wrong at the press, said in one sentence for the person at the desk. */
export type PressFault =
  /** The caller asked to stop. */
  | 'cancelled'
  /** A font of the scene cannot be read or embedded. */
  | 'font'
  /** A picture cannot be read, is damaged, is too large or has gone. */
  | 'picture'
  /** The output profile is not a CMYK output profile, or not fit for the level asked. */
  | 'profile'
  /** The pages given cannot be made into one file. */
  | 'pages';

/** `message` is one sentence that names the picture, font or page; `page` is the Scene's page id where one is known. */
export class PressError extends Error {
  readonly fault: PressFault;
  readonly page: string | null;

  constructor(fault: PressFault, message: string, page: string | null = null) {
    super(message);
    this.name = 'PressError';
    this.fault = fault;
    this.page = page;
  }
}
