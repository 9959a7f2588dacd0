import { bs, type Candidata, type CasoDeCierre, type ExternaDeCierre, redondez } from './hipotesis-modelo';
import type { ClaseExterna } from './rules';

/** A commission that a customer may have paid on top: never over this many centavos, nor over this part of the amount. */
const COMISION_MAXIMA = 2_000;
const COMISION_PARTE = 0.06;

/** Something that happened with cash and that nobody registered. */
type Omision = {
  causa: string;
  frecuencia: number;
  /** Whether the drawer is left with more or with less. */
  signo: 1 | -1;
  /** The accounts whose app shows it, against the cash; null: none. */
  clase: ClaseExterna | null;
  /** It may have brought a commission in cash. */
  comision?: boolean;
  verosimilitud?: (diferencia: number) => number;
  titulo: (importe: string, cuenta: string) => string;
  mirar: (cuenta: string) => string;
};

const OMISIONES: readonly Omision[] = [
  {
    causa: 'deposito_sin_registrar',
    frecuencia: 0.14,
    signo: 1,
    clase: 'agente',
    comision: true,
    titulo: (importe, cuenta) => `Un depósito${cuenta} de ${importe} sin registrar`,
    mirar: (cuenta) =>
      `Buscar en la app${cuenta || ' de cada banco'} un depósito de hoy que no esté entre las operaciones.`,
  },
  {
    causa: 'retiro_sin_registrar',
    frecuencia: 0.15,
    signo: -1,
    clase: 'agente',
    comision: true,
    titulo: (importe, cuenta) => `Un retiro${cuenta} de ${importe} sin registrar`,
    mirar: (cuenta) =>
      `Buscar en la app${cuenta || ' de cada banco'} un retiro de hoy que no esté entre las operaciones.`,
  },
  {
    causa: 'recarga_sin_registrar',
    frecuencia: 0.1,
    signo: 1,
    clase: 'operadora',
    titulo: (importe, cuenta) => `Una recarga${cuenta} de ${importe} cobrada y sin registrar`,
    mirar: (cuenta) => `Comparar las recargas de la app${cuenta || ' de cada operadora'} con las registradas.`,
  },
  {
    causa: 'traspaso_sin_registrar',
    frecuencia: 0.05,
    signo: -1,
    clase: 'banco',
    titulo: (importe) => `${importe} llevados al banco sin registrar el traspaso`,
    mirar: () => 'Buscar en la app del banco un depósito propio de ese monto.',
  },
  {
    causa: 'venta_sin_registrar',
    frecuencia: 0.12,
    signo: 1,
    clase: null,
    // A ticket may be of any amount, and most are small.
    verosimilitud: (diferencia) => (diferencia <= 10_000 ? 1 / 300 : 1 / 1_500),
    titulo: (importe) => `Una venta de ${importe} cobrada sin ticket`,
    mirar: () => 'Ver si se entregó mercadería mientras el sistema no estaba o con apuro.',
  },
  {
    causa: 'egreso_sin_registrar',
    frecuencia: 0.12,
    signo: -1,
    clase: null,
    titulo: (importe) => `Un gasto o una compra de ${importe} sin registrar`,
    mirar: () => 'Buscar un recibo o vale de ese monto junto a la gaveta.',
  },
  {
    causa: 'ingreso_sin_registrar',
    frecuencia: 0.06,
    signo: 1,
    clase: null,
    titulo: (importe) => `${importe} que entraron como cambio o aporte sin registrar`,
    mirar: () => 'Ver si alguien trajo sencillo o dejó dinero en la gaveta.',
  },
  {
    causa: 'fiado_sin_registrar',
    frecuencia: 0.05,
    signo: 1,
    clase: null,
    titulo: (importe) => `Un pago de fiado de ${importe} recibido y no anotado`,
    mirar: () => 'Preguntar qué cliente pagó su cuenta.',
  },
];

/** What may have happened without being registered. Its amount is a person's, so round ones are likelier; an app that shows it says exactly how much. */
export function candidatasDeOmision(caso: CasoDeCierre): Candidata[] {
  return OMISIONES.filter((o) => Math.sign(caso.diferencia) === o.signo && cabe(o, caso)).map((o) => {
    const vista = o.clase ? verEnApp(o, caso) : null;
    const importe = vista?.diferencia ?? -caso.diferencia;
    const cuenta = vista ? ` de ${vista.nombre}` : '';
    const azar = o.verosimilitud?.(caso.diferencia) ?? redondez(caso.diferencia);
    return {
      causa: o.causa,
      frecuencia: o.frecuencia,
      // Where an app shows it there is nothing left to guess of the amount.
      verosimilitud: vista ? Math.max(azar, 0.2) : azar,
      efecto: vista ? { idCuenta: vista.idCuenta, importe } : o.clase && { clase: o.clase, importe: -caso.diferencia },
      titulo: o.titulo(bs(importe), cuenta),
      mirar: o.mirar(cuenta),
      filas: [],
    };
  });
}

/** A shop without agents has no unregistered deposit. */
function cabe({ causa, clase }: Omision, caso: CasoDeCierre): boolean {
  if (causa === 'fiado_sin_registrar') return caso.filas.some((f) => f.bolsillo === 'fiado');
  if (clase === null || clase === 'banco') return true;
  const bolsillo = clase === 'agente' ? 'agente' : 'recargas';
  return caso.externas.some((e) => e.clase === clase) || caso.filas.some((f) => f.bolsillo === bolsillo);
}

/** The declared account that came apart by the same amount the other way, a commission more or less. */
function verEnApp(o: Omision, { diferencia, externas }: CasoDeCierre): ExternaDeCierre | undefined {
  return externas.find((e) => {
    if (e.clase !== o.clase || e.diferencia === null || Math.sign(e.diferencia) !== -o.signo) return false;
    const comision = diferencia + e.diferencia;
    if (comision === 0) return true;
    const monto = Math.abs(e.diferencia);
    return Boolean(o.comision) && comision > 0 && comision <= Math.min(COMISION_MAXIMA, monto * COMISION_PARTE);
  });
}

/** Accounts that came apart with no cash in it: between themselves, or alone. */
export function candidatasDeCuentas({ externas }: CasoDeCierre): Candidata[] {
  const distintas = externas.filter((e) => e.diferencia !== null && e.diferencia !== 0 && !e.primera);
  return distintas.flatMap((e): Candidata[] => {
    const par = distintas.find((x) => x.diferencia === -(e.diferencia ?? 0) && x.idCuenta > e.idCuenta);
    const deMas = (e.diferencia ?? 0) > 0;
    const cruzada: Candidata[] = par
      ? [
          {
            causa: 'cuenta_cambiada',
            frecuencia: 0.2,
            verosimilitud: 0.5,
            efecto: null,
            titulo: `Una operación de ${bs(e.diferencia ?? 0)} registrada en ${e.nombre} que fue de ${par.nombre}, o al revés`,
            mirar: `Comparar las operaciones de ${e.nombre} y ${par.nombre} con sus apps.`,
            filas: [],
          },
        ]
      : [];
    const sola: Candidata = {
      causa: 'cuenta_sin_efectivo',
      frecuencia: 0.1,
      verosimilitud: 0.2,
      efecto: null,
      titulo: `${bs(e.diferencia ?? 0)} ${deMas ? 'de más' : 'de menos'} en ${e.nombre} sin efectivo de por medio`,
      mirar: `Buscar en la app de ${e.nombre} una comisión, un abono o una transferencia por registrar.`,
      filas: [],
    };
    return [...cruzada, sola];
  });
}
