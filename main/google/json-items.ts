const QUOTE = 34;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const COMMA = 44;

/**
 * Cuts an object such as `{"a":1,"items":[{…},{…}],"b":2}` into its items while the text arrives, so that a
 * page of several megabytes is never parsed in one go. `push` gives the items that became complete; `end`
 * the object without them. Only the array under `"items"` at the top level is cut.
 */
export class JsonItems {
  #rest = '';
  #item = '';
  #depth = 0;
  #inString = false;
  #escaped = false;
  #inItems = false;
  /** The next backslash of the chunk, -1 when there is none: looked for once, not for every string. */
  #slash = -1;

  push(chunk: string): string[] {
    const out: string[] = [];
    let from = 0;
    this.#slash = chunk.indexOf('\\');
    for (let at = 0; at < chunk.length; at += 1) {
      const code = chunk.charCodeAt(at);
      if (this.#inString) {
        at = this.#leaveString(chunk, at);
        continue;
      }
      if (code === QUOTE) {
        this.#inString = true;
      } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
        this.#depth += 1;
        if (code === OPEN_BRACKET && this.#depth === 2 && this.#opensItems(chunk, from, at)) {
          this.#rest += chunk.slice(from, at + 1);
          from = at + 1;
          this.#inItems = true;
        }
      } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
        if (this.#inItems && this.#depth === 2) {
          this.#flush(chunk.slice(from, at), out);
          from = at;
          this.#inItems = false;
        }
        this.#depth -= 1;
      } else if (code === COMMA && this.#inItems && this.#depth === 2) {
        this.#flush(chunk.slice(from, at), out);
        from = at + 1;
      }
    }
    if (this.#inItems) this.#item += chunk.slice(from);
    else this.#rest += chunk.slice(from);
    return out;
  }

  /** The object with an empty array of items. Throws SyntaxError when the text was cut off. */
  end(): unknown {
    if (this.#depth !== 0) throw new SyntaxError('the answer ended too early');
    return JSON.parse(this.#rest);
  }

  /** The closing quote of the string that is open, or the end of the chunk. Most of an answer is strings. */
  #leaveString(chunk: string, from: number): number {
    let at = from;
    if (this.#escaped) {
      this.#escaped = false;
      at += 1;
    }
    for (;;) {
      const quote = chunk.indexOf('"', at);
      if (this.#slash !== -1 && this.#slash < at) this.#slash = chunk.indexOf('\\', at);
      const slash = this.#slash;
      if (slash !== -1 && (quote === -1 || slash < quote)) {
        if (slash + 1 >= chunk.length) {
          this.#escaped = true;
          return chunk.length;
        }
        at = slash + 2;
        continue;
      }
      if (quote === -1) return chunk.length;
      this.#inString = false;
      return quote;
    }
  }

  #opensItems(chunk: string, from: number, at: number): boolean {
    return /"items"\s*:\s*$/.test((this.#rest + chunk.slice(from, at)).slice(-64));
  }

  #flush(tail: string, out: string[]): void {
    const text = this.#item + tail;
    this.#item = '';
    if (text.trim() !== '') out.push(text);
  }
}
