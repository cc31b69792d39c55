import { StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';

const { bare } = window as unknown as { readonly bare: { ready(): Promise<void> } };
const rows = Array.from({ length: 1_000 }, (_, index) => index + 1);

function Page() {
  useEffect(() => void bare.ready(), []);
  return (
    <ul>
      {rows.map((row) => (
        <li key={row}>
          <b>Row {row}</b> <span>Some words that a row of a list would hold</span>
        </li>
      ))}
    </ul>
  );
}

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no #root');
createRoot(container).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
