export interface ReceiptType {
  /** MIME type. */
  readonly type: string;
  readonly extension: string;
}

/** The largest receipt that is taken, in bytes. */
export const largestReceipt = 10 * 1024 * 1024;

/** What receipts may be, by the endings that people see. */
export const receiptExtensions = ['pdf', 'png', 'jpg', 'jpeg', 'webp'] as const;

const starts: readonly [bytes: readonly (number | null)[], type: ReceiptType][] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], { type: 'application/pdf', extension: 'pdf' }],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], { type: 'image/png', extension: 'png' }],
  [[0xff, 0xd8, 0xff], { type: 'image/jpeg', extension: 'jpg' }],
  [
    [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50],
    { type: 'image/webp', extension: 'webp' },
  ],
];

/** What a file is by how it begins, whatever its name says; null for anything that is no picture and no PDF. */
export function receiptTypeOf(bytes: Uint8Array): ReceiptType | null {
  const found = starts.find(([start]) => start.every((byte, at) => byte === null || bytes[at] === byte));
  return found?.[1] ?? null;
}
