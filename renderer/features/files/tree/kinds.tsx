import {
  IconFile,
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypePdf,
  IconFileZip,
  IconFolder,
  IconMusic,
  IconPhoto,
  IconPresentation,
  IconVideo,
} from '@tabler/icons-react';

/** Kinds that have an icon and a word of their own: `files:kind.<kind>`. */
export type FileKind =
  | 'folder'
  | 'document'
  | 'table'
  | 'slides'
  | 'pdf'
  | 'image'
  | 'video'
  | 'sound'
  | 'archive'
  | 'file';

const endings: ReadonlyArray<readonly [RegExp, FileKind]> = [
  [/\.folder$/, 'folder'],
  [/spreadsheet|excel|text\/csv/, 'table'],
  [/presentation|powerpoint/, 'slides'],
  [/pdf$/, 'pdf'],
  [/^image\//, 'image'],
  [/^video\//, 'video'],
  [/^audio\//, 'sound'],
  [/zip|compressed|x-tar|x-7z/, 'archive'],
  [/document|msword|^text\/|rtf/, 'document'],
];

/** What a MIME type is to a person. */
export function kindOf(mimeType: string): FileKind {
  return endings.find(([pattern]) => pattern.test(mimeType))?.[1] ?? 'file';
}

const icons = {
  folder: IconFolder,
  document: IconFileText,
  table: IconFileSpreadsheet,
  slides: IconPresentation,
  pdf: IconFileTypePdf,
  image: IconPhoto,
  video: IconVideo,
  sound: IconMusic,
  archive: IconFileZip,
  file: IconFile,
} as const;

export function KindIcon({ kind }: { readonly kind: FileKind }) {
  const Icon = icons[kind];
  return <Icon size={18} stroke={1.5} aria-hidden />;
}
