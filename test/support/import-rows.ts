/** An export of so many rows of one client, on days without a change of clocks. */
export const manyRows = (count: number, client = 'Harbour') =>
  [
    'Client,Description,Start date,Start time,End date,End time,Duration',
    ...Array.from({ length: count }, (_, index) => {
      const days = Math.floor(index / 40);
      // The first twenty days of a month: the clocks are changed on none of them.
      const two = (value: number) => String(value).padStart(2, '0');
      const day = `${2023 + Math.floor(days / 240)}-${two(1 + (Math.floor(days / 20) % 12))}-${two(1 + (days % 20))}`;
      const start = `${two(index % 20)}:${two(index % 60)}:00`;
      return `${client},Sample ${index},${day},${start},${day},23:59:00,`;
    }),
  ].join('\n');
