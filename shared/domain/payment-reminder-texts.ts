import type { DocumentLanguage } from './document-language.ts';

/** `{number}`, `{issued}`, `{due}`, `{amount}`, `{paid}` and `{level}` stand for the invoice's own. */
interface ReminderTexts {
  readonly subject: string;
  readonly subjectAgain: string;
  readonly greeting: string;
  readonly anonymous: string;
  readonly state: string;
  /** What was paid in part. */
  readonly paid: string;
  /** By level; the last one stays. */
  readonly ask: readonly string[];
  readonly crossed: string;
  readonly close: string;
}

export const reminderTexts: Readonly<Record<DocumentLanguage, ReminderTexts>> = {
  en: {
    subject: 'Reminder: invoice {number}',
    subjectAgain: 'Reminder {level}: invoice {number}',
    greeting: 'Dear {name},',
    anonymous: 'Hello,',
    state: 'Invoice {number} of {issued} was due on {due}. {amount} is still open.',
    paid: 'Thank you for the {paid} that I have received so far.',
    ask: [
      'It may have slipped through. Could you please have a look and pay it in the next few days?',
      'I have not received the payment since my first reminder. Please pay it within seven days.',
      'Please pay the open amount within seven days, or let me know today what stands in the way.',
    ],
    crossed: 'If you have paid in the meantime, thank you, and please take no notice of this message.',
    close: 'Kind regards',
  },
  de: {
    subject: 'Zahlungserinnerung: Rechnung {number}',
    subjectAgain: '{level}. Zahlungserinnerung: Rechnung {number}',
    greeting: 'Guten Tag {name},',
    anonymous: 'Guten Tag,',
    state: 'die Rechnung {number} vom {issued} war am {due} fällig. Offen sind noch {amount}.',
    paid: 'Für die bisher eingegangenen {paid} danke ich Ihnen.',
    ask: [
      'Sicher ist sie nur untergegangen. Bitte sehen Sie nach und überweisen Sie den Betrag in den nächsten Tagen.',
      'Seit meiner ersten Erinnerung ist keine Zahlung eingegangen. Bitte überweisen Sie den Betrag innerhalb von sieben Tagen.',
      'Bitte überweisen Sie den offenen Betrag innerhalb von sieben Tagen, oder sagen Sie mir heute, was dem entgegensteht.',
    ],
    crossed: 'Falls Sie inzwischen gezahlt haben, danke ich Ihnen; diese Nachricht ist dann gegenstandslos.',
    close: 'Mit freundlichen Grüßen',
  },
  et: {
    subject: 'Meeldetuletus: arve {number}',
    subjectAgain: '{level}. meeldetuletus: arve {number}',
    greeting: 'Lugupeetud {name}!',
    anonymous: 'Tere!',
    state: 'Arve {number} kuupäevaga {issued} maksetähtaeg oli {due}. Tasumata on {amount}.',
    paid: 'Täname seni laekunud summa {paid} eest.',
    ask: [
      'Võib-olla jäi see kahe silma vahele. Palun vaadake üle ja tasuge arve lähipäevil.',
      'Pärast esimest meeldetuletust ei ole makset laekunud. Palun tasuge arve seitsme päeva jooksul.',
      'Palun tasuge võlgnevus seitsme päeva jooksul või andke täna teada, mis seda takistab.',
    ],
    crossed: 'Kui olete vahepeal tasunud, siis täname; sel juhul ärge pöörake sellele kirjale tähelepanu.',
    close: 'Lugupidamisega',
  },
  nb: {
    subject: 'Påminnelse: faktura {number}',
    subjectAgain: 'Påminnelse {level}: faktura {number}',
    greeting: 'Hei {name},',
    anonymous: 'Hei,',
    state: 'Faktura {number} av {issued} forfalt {due}. {amount} er fortsatt ubetalt.',
    paid: 'Takk for {paid} som er mottatt så langt.',
    ask: [
      'Den kan ha blitt oversett. Kan du se på den og betale i løpet av de neste dagene?',
      'Jeg har ikke mottatt betaling siden den første påminnelsen. Vennligst betal innen sju dager.',
      'Vennligst betal det utestående beløpet innen sju dager, eller gi meg beskjed i dag om hva som er i veien.',
    ],
    crossed: 'Hvis du har betalt i mellomtiden, takk, og se bort fra denne meldingen.',
    close: 'Vennlig hilsen',
  },
  hi: {
    subject: 'स्मरण: इनवॉइस {number}',
    subjectAgain: 'स्मरण {level}: इनवॉइस {number}',
    greeting: 'प्रिय {name},',
    anonymous: 'नमस्ते,',
    state: '{issued} के इनवॉइस {number} की देय तिथि {due} थी। {amount} अब भी बकाया है।',
    paid: 'अब तक मिले {paid} के लिए धन्यवाद।',
    ask: [
      'संभव है कि यह छूट गया हो। कृपया इसे देखकर अगले कुछ दिनों में भुगतान कर दें।',
      'पहले स्मरण के बाद से भुगतान नहीं मिला है। कृपया सात दिनों के भीतर भुगतान करें।',
      'कृपया बकाया राशि का सात दिनों के भीतर भुगतान करें, या आज ही बताएँ कि इसमें क्या बाधा है।',
    ],
    crossed: 'यदि आपने इस बीच भुगतान कर दिया है तो धन्यवाद, और कृपया इस संदेश को अनदेखा करें।',
    close: 'सादर',
  },
  es: {
    subject: 'Recordatorio: factura {number}',
    subjectAgain: 'Recordatorio {level}: factura {number}',
    greeting: 'Estimado/a {name}:',
    anonymous: 'Buenos días:',
    state: 'La factura {number} del {issued} venció el {due}. Quedan {amount} por pagar.',
    paid: 'Gracias por los {paid} recibidos hasta ahora.',
    ask: [
      'Quizá se haya pasado por alto. ¿Podría revisarla y pagarla en los próximos días?',
      'No he recibido el pago desde mi primer recordatorio. Le ruego que lo efectúe en un plazo de siete días.',
      'Le ruego que pague el importe pendiente en un plazo de siete días o que me indique hoy qué lo impide.',
    ],
    crossed: 'Si ya ha pagado, muchas gracias; en ese caso no tenga en cuenta este mensaje.',
    close: 'Un cordial saludo',
  },
};
