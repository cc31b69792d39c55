/** Where ids come from: UUIDv7 text (RFC 9562), so that they sort by creation. */
export interface IdSource {
  next(): string;
}
