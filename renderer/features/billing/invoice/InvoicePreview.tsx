import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invoiceHtml } from '#shared/domain/invoice-html.ts';
import type { InvoiceSnapshot } from '#shared/domain/invoice-snapshot.ts';
import { paperSizes } from '#shared/domain/invoice-style.ts';
import { useRead } from '../../../lib/queries.ts';
import classes from './InvoicePreview.module.css';
import { passKeys } from './pass-keys.ts';
import { previewFonts } from './preview-fonts.ts';

const margin = 32;
/** Smaller than this, words cannot be made out; a page that does not fit scrolls instead. */
const smallest = { beside: 0.58, alone: 0.9 };
/** Wider than this, the page has the view to itself. */
const aloneFrom = 800;

export interface InvoicePreviewProps {
  readonly snapshot: InvoiceSnapshot;
  /** What the page is called to those who cannot see it. */
  readonly label?: string;
}

/**
 * The page as it will be printed, from the same template. The frame is sandboxed: nothing in it can run. It keeps
 * our origin only so that it may load the app's own font and be measured.
 */
export function InvoicePreview({ snapshot, label }: InvoicePreviewProps) {
  const { t } = useTranslation('billing');
  const { width: pageWidth, height: pageHeight } = paperSizes[snapshot.look.paper];
  const holder = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [scale, setScale] = useState(0);
  const [height, setHeight] = useState<number>(pageHeight);
  const { logo } = snapshot.look;
  const { data: picture } = useRead('billing.logo', { logoId: logo?.id ?? '' }, { enabled: logo !== null });
  const logoUrl = logo !== null && picture?.id === logo.id ? picture.url : null;
  const html = invoiceHtml(snapshot, { fontCss: previewFonts(), logoUrl });

  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height: room = 0 } = entry?.contentRect ?? {};
      const wide = Math.max(0, width - margin) / pageWidth;
      setScale(
        Math.min(1, wide, Math.max(width > aloneFrom ? smallest.alone : smallest.beside, room / pageHeight)),
      );
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [pageWidth, pageHeight]);

  // The document is replaced in place: a new `srcdoc` would flash and scroll back with every key.
  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (!page) return;
    page.open();
    page.write(html);
    page.close();
    let current = true;
    const measure = () => current && setHeight(Math.max(pageHeight, page.documentElement.scrollHeight));
    measure();
    // The lines grow a little when their own font comes.
    void page.fonts.ready.then(measure);
    // A click on the page puts the focus into its document, and writing it has dropped its listeners.
    const stop = holder.current ? passKeys(page, holder.current) : undefined;
    return () => {
      current = false;
      stop?.();
    };
  }, [html, pageHeight]);

  return (
    <div className={classes.holder} ref={holder}>
      <div
        className={classes.page}
        style={{ width: `${pageWidth * scale}px`, height: `${height * scale}px` }}
      >
        <iframe
          ref={frame}
          title={label ?? t('pane.preview')}
          tabIndex={-1}
          sandbox="allow-same-origin"
          className={classes.frame}
          style={{ width: `${pageWidth}px`, height: `${height}px`, transform: `scale(${scale})` }}
        />
      </div>
    </div>
  );
}
