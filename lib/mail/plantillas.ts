import { formatBs } from '@/lib/money';

/** What each template says, as a verb gives it. Instants are a `Date` or ISO text; amounts are centavos. */
export type DatosDePlantilla = {
  /** Somebody can sign in from today on, with the password they are told; `enlace` is the page, and lets nobody in. */
  bienvenida: { nombre: string; enlace: string | null };
  /** The code that proves whose mail it is. */
  codigo: { nombre: string; codigo: string; minutos: number };
  /** The password is another since `cuando`. */
  clave_cambiada: { nombre: string; cuando: Date | string; dispositivo: string | null };
  /** How a session of a caja closed. */
  cierre_de_caja: {
    caja: string;
    sucursal: string;
    cajero: string;
    cerro: string;
    apertura: Date | string;
    cierre: Date | string;
    montoInicial: number;
    teorico: number;
    real: number;
    enlace: string | null;
  };
  /** Somebody asks for what they may not do alone. `detalle` may have several lines. */
  aprobacion: {
    solicitante: string;
    resumen: string;
    detalle: string;
    motivo: string | null;
    enlace: string | null;
    vence: Date | string;
  };
};

/** The name of a template. */
export type Plantilla = keyof DatosDePlantilla;

type Ficha<P extends Plantilla> = {
  /** How the outbox names it. */
  nombre: string;
  /** What the mail is headed by; never a secret, because it shows on a locked phone. */
  asunto: (datos: DatosDePlantilla[P]) => string;
  /** It holds what lets somebody in: only some may read it, and it is erased once sent. */
  secreto: boolean;
};

/** Every template of the product. What they look like is in `emails/`. */
export const PLANTILLAS: { readonly [P in Plantilla]: Ficha<P> } = {
  bienvenida: { nombre: 'Bienvenida', asunto: () => 'Ya puede ingresar a Kantuta', secreto: false },
  codigo: { nombre: 'Código', asunto: () => 'Código para cambiar su contraseña', secreto: true },
  clave_cambiada: { nombre: 'Contraseña cambiada', asunto: () => 'Su contraseña cambió', secreto: false },
  cierre_de_caja: {
    nombre: 'Cierre de caja',
    asunto: (d) => `Cierre de ${d.caja}: ${cuadre(d.real - d.teorico)}`,
    secreto: false,
  },
  aprobacion: { nombre: 'Aprobación', asunto: (d) => `${d.solicitante} pide aprobación: ${d.resumen}`, secreto: false },
};

/** The names of all templates. */
export const NOMBRES_DE_PLANTILLAS = Object.keys(PLANTILLAS) as Plantilla[];

function cuadre(diferencia: number): string {
  if (diferencia === 0) return 'cuadra';
  return diferencia < 0 ? `faltan ${formatBs(-diferencia)}` : `sobran ${formatBs(diferencia)}`;
}
