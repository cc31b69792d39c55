export interface FileToSave {
  /** Proposed name with its ending; characters that no system takes are replaced. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Asks where a file should go, and writes it there whole or not at all. */
export interface FileSaver {
  /** False when the person cancelled. Throws AppError `disk_full` or `read_only` when the file cannot be written. */
  save(file: FileToSave): Promise<boolean>;
  /**
   * The same for what is too large to hold at once: once the person has said where, `write` hands it over part by part.
   * What it throws is thrown on, and no file is there then.
   */
  saveParts(
    name: string,
    write: (part: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
  ): Promise<boolean>;
}
