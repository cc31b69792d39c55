import type { FilePicker, FileQuestion } from '#main/ports/file-picker.ts';

/** Chooses the files it is given, in order; asked once more, or without any, it fails the test. */
export class FakePicker implements FilePicker {
  readonly asked: FileQuestion[] = [];
  readonly #answers: (string | null)[];

  constructor(...answers: (string | null)[]) {
    this.#answers = answers;
  }

  /** Chooses this file after those; null cancels. */
  will(path: string | null): void {
    this.#answers.push(path);
  }

  async pick(question: FileQuestion): Promise<string | null> {
    this.asked.push(question);
    const answer = this.#answers.shift();
    if (answer === undefined) throw new Error('no file is chosen in this test');
    return answer;
  }
}
