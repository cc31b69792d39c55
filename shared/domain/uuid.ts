/**
 * A UUIDv7 (RFC 9562, section 5.7): 48 bits of milliseconds, then random bits. `random` gives 10 bytes.
 * `counter` (0 to 4095) keeps ids of one millisecond in order.
 */
export function uuidV7(milliseconds: number, counter: number, random: Uint8Array): string {
  const time = milliseconds.toString(16).padStart(12, '0');
  const sequence = (0x7000 | (counter & 0xfff)).toString(16);
  const hex = [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((Number.parseInt(hex.slice(0, 2), 16) & 0x3f) | 0x80).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-${sequence}-${variant}${hex.slice(2, 4)}-${hex.slice(4, 16)}`;
}
