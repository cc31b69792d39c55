/** Opens an address in the person's own browser or mail program; only https: and mailto: are let through. */
export interface ExternalOpener {
  open(url: string): Promise<void>;
}
