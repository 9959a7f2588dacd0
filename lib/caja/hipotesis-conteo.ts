import { DENOMINACIONES } from '@/lib/money';
import { bs, type Candidata, type CasoDeCierre, type FilaDeCierre } from './hipotesis-modelo';
import { nombreDenominacion } from './rules';

/** Mistakes of the hand: in the count itself, in the change, in the opening count. */
export function candidatasDeConteo(caso: CasoDeCierre): Candidata[] {
  return [
    ...confundidas(caso),
    ...saltadas(caso),
    ...cruzadas(caso),
    ...vuelto(caso),
    ...monedas(caso),
    ...apertura(caso),
  ];
}

const PIEZAS = ['', 'dos', 'tres'];
const pieza = (v: number) => `${v >= 1_000 ? 'billete' : 'moneda'} de ${nombreDenominacion(v)}`;

/** Two denominations of Bolivia, `mayor` and `menor`, taken one for the other up to three times. */
function confundidas({ diferencia, conteo }: CasoDeCierre): Candidata[] {
  const pares = DENOMINACIONES.flatMap((mayor) =>
    DENOMINACIONES.filter((m) => m < mayor).map((menor) => ({ mayor, menor })),
  );
  return pares.flatMap(({ mayor, menor }): Candidata[] => {
    const veces = Math.abs(diferencia) / (mayor - menor);
    if (!Number.isInteger(veces) || veces < 1 || veces > 3) return [];
    const contada = diferencia < 0 ? menor : mayor;
    const era = diferencia < 0 ? mayor : menor;
    // What was taken for another is among what was counted.
    if (conteo && (conteo[contada] ?? 0) < veces) return [];
    // A zero more or less is the common one; then neighbours of the same kind.
    const cercanas = Math.abs(DENOMINACIONES.indexOf(mayor as never) - DENOMINACIONES.indexOf(menor as never)) === 1;
    const parecido = mayor === menor * 10 ? 0.08 : cercanas ? 0.02 : 0.006;
    const cuantas =
      veces === 1 ? `Un ${pieza(era)} contado` : `${PIEZAS[veces - 1]} piezas de ${nombreDenominacion(era)} contadas`;
    return [
      {
        causa: 'pieza_confundida',
        frecuencia: 0.15,
        verosimilitud: (parecido / veces ** 2) * (conteo ? 1 : 0.4),
        efecto: null,
        titulo: mayuscula(
          `${cuantas} como ${veces === 1 ? `de ${nombreDenominacion(contada)}` : `si fueran de ${nombreDenominacion(contada)}`}`,
        ),
        mirar: `Contar otra vez los de ${nombreDenominacion(contada)}: puede haber ${veces === 1 ? 'uno' : PIEZAS[veces - 1]} de ${nombreDenominacion(era)} entre ellos.`,
        filas: [],
      },
    ];
  });
}

/** A note or coin left out of the count, or a kind that was not counted at all. */
function saltadas({ diferencia, conteo }: CasoDeCierre): Candidata[] {
  if (diferencia >= 0) return [];
  return DENOMINACIONES.flatMap((v): Candidata[] => {
    const piezas = -diferencia / v;
    const ninguna = conteo !== null && !conteo[v];
    if (!Number.isInteger(piezas) || piezas > (ninguna ? 12 : 1)) return [];
    return [
      {
        causa: 'pieza_sin_contar',
        frecuencia: 0.06,
        verosimilitud: piezas === 1 ? 0.03 : 0.006,
        efecto: null,
        titulo: piezas === 1 ? `Un ${pieza(v)} sin contar` : `Los de ${nombreDenominacion(v)} quedaron sin contar`,
        mirar: ninguna
          ? `El conteo no tiene ninguna pieza de ${nombreDenominacion(v)}: buscar debajo de la bandeja.`
          : 'Buscar debajo de la bandeja y entre los demás billetes.',
        filas: [],
      },
    ];
  });
}

/** 21 pieces written as 12, or a total with two digits the wrong way round: the error is a multiple of nine. */
function cruzadas({ diferencia, conteo }: CasoDeCierre): Candidata[] {
  const base = { causa: 'cifras_cruzadas', frecuencia: 0.05, efecto: null, filas: [] };
  if (!conteo) {
    if (Math.abs(diferencia) % 900 !== 0) return [];
    const mirar = 'Leer otra vez el total contado y compararlo con el que se escribió.';
    return [{ ...base, verosimilitud: 0.02, titulo: 'Dos cifras del total escritas al revés', mirar }];
  }
  const deDos = DENOMINACIONES.filter((v) => (conteo[v] ?? 0) >= 10 && (conteo[v] ?? 0) < 100);
  return deDos.flatMap((v): Candidata[] => {
    const n = conteo[v] ?? 0;
    const alReves = (n % 10) * 10 + Math.floor(n / 10);
    if (n === alReves || (n - alReves) * v !== diferencia) return [];
    const titulo = `${alReves} piezas de ${nombreDenominacion(v)} escritas como ${n}`;
    const mirar = `Contar otra vez las de ${nombreDenominacion(v)}.`;
    return [{ ...base, verosimilitud: 0.5 / deDos.length, titulo, mirar }];
  });
}

/** Notes that a customer pays with, and the ones a cashier takes them for. */
const BILLETES = DENOMINACIONES.filter((v) => v >= 1_000);

/**
 * Wrong change: for another note than the one received, twice or not at all, or a piece more or less. Without knowing
 * which ticket, small and round differences are its mark.
 */
function vuelto({ diferencia, filas }: CasoDeCierre): Candidata[] {
  const cobros = filas.filter((f) => f.tipoDocumento === 'venta' && f.efectivo > 0);
  if (cobros.length === 0) return [];
  const conVuelto = cobros.filter((f) => (f.vuelto ?? 0) > 0);
  const exactas = conVuelto.filter((f) => f.vuelto === Math.abs(diferencia));
  const porOtro = conVuelto.filter((f) => cambioPorOtroBillete(f, diferencia));
  const suelta = DENOMINACIONES.some((v) => v === Math.abs(diferencia) && v <= 5_000) ? 0.03 : 0;
  const menuda = Math.abs(diferencia) <= 2_000 && diferencia % 10 === 0 ? 0.004 : 0;
  const verosimilitud =
    (exactas.length > 0 ? 0.2 * (exactas.length / conVuelto.length) : 0) +
    (porOtro.length > 0 ? 0.04 : 0) +
    suelta +
    menuda;
  if (verosimilitud === 0) return [];
  const deMas = diferencia < 0;
  const [titulo, mirar, vistas] =
    porOtro.length > 0
      ? [
          `Vuelto ${deMas ? 'de más' : 'de menos'} por ${bs(diferencia)}: como si hubieran pagado con otro billete`,
          'Ver los cobros de al lado: con qué billete pagaron y qué vuelto correspondía.',
          porOtro,
        ]
      : exactas.length > 0
        ? [
            deMas
              ? `Un vuelto de ${bs(diferencia)} entregado dos veces`
              : `Un vuelto de ${bs(diferencia)} que no se entregó`,
            'Ver los tickets con ese vuelto.',
            exactas,
          ]
        : [
            `Vuelto mal dado: ${bs(diferencia)} ${deMas ? 'de más' : 'de menos'}`,
            'Ver los cobros con billetes grandes y los de más apuro.',
            [],
          ];
  return [
    {
      causa: 'vuelto_mal_dado',
      frecuencia: 0.16,
      verosimilitud: Math.min(verosimilitud, 0.6),
      efecto: null,
      titulo,
      mirar,
      filas: vistas.map((f) => f.idAsiento),
    },
  ];
}

/** Paid with one note and given change for another: the difference is that of both notes. */
function cambioPorOtroBillete({ recibido, efectivo }: FilaDeCierre, diferencia: number): boolean {
  if (recibido === null || !BILLETES.includes(recibido as never)) return false;
  return BILLETES.some((otro) => otro !== recibido && otro >= efectivo && recibido - otro === diferencia);
}

/** Less than a boliviano either way. */
function monedas({ diferencia, filas }: CasoDeCierre): Candidata[] {
  if (Math.abs(diferencia) >= 100) return [];
  return [
    {
      causa: 'monedas',
      frecuencia: 0.2,
      verosimilitud: 0.3,
      efecto: null,
      titulo: `${bs(diferencia)} de monedas en los vueltos del día`,
      mirar: `Son centavos entre ${filas.length} operaciones: contar otra vez las monedas chicas.`,
      filas: [],
    },
  ];
}

/** What the opening found amiss comes back at the close: the opening was counted wrong. */
function apertura({ diferencia, apertura: inicial }: CasoDeCierre): Candidata[] {
  if (inicial === 0 || diferencia !== -inicial) return [];
  return [
    {
      causa: 'apertura_mal_contada',
      frecuencia: 0.1,
      verosimilitud: 0.8,
      efecto: null,
      titulo: `La gaveta se contó mal al abrir: la diferencia de ${bs(inicial)} vuelve ahora al revés`,
      mirar: 'Comparar el conteo de la apertura con el del cierre anterior.',
      filas: [],
    },
  ];
}

const mayuscula = (texto: string) => texto.charAt(0).toUpperCase() + texto.slice(1);
