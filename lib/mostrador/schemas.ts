import { z } from 'zod';
import { idDeFila, listaQuery, opcional, texto } from '@/lib/validation';
import { momento, uuid } from './campos';
import type { HechoEscritoInput as Escrito } from './hecho-escrito';
import { TIPOS_DE_INCIDENCIA, type TipoDeIncidencia } from './rules';

const nombreDeEquipo = texto({ min: 2, max: 60 });
const cursorDeCatalogo = z.string().max(300);

/** POST /mostrador/dispositivo: this browser says who it is, and asks for a grant for the person signed in. */
export const ConcederInput = z
  .strictObject({
    id_dispositivo: uuid,
    nombre: opcional(nombreDeEquipo),
    id_caja: opcional(idDeFila).meta({ description: 'La caja que este equipo atiende y podrá abrir sin conexión.' }),
    tomar: opcional(z.boolean()).meta({ description: 'Tomarla aunque hoy la tenga otro equipo.' }),
  })
  .transform((v) => ({
    idDispositivo: v.id_dispositivo,
    nombre: v.nombre ?? null,
    idCaja: v.id_caja ?? null,
    tomar: v.tomar ?? false,
  }));

/** POST /mostrador/latido: how a device is, some times a minute while it has network. */
export const LatidoInput = z
  .strictObject({
    id_dispositivo: uuid,
    ahora: momento.meta({ description: 'El reloj del equipo al mandarlo.' }),
    pendientes: z.int().min(0).max(1_000_000).meta({ description: 'Hechos por enviar.' }),
    mas_antiguo: opcional(momento).meta({ description: 'Cuándo ocurrió el más antiguo, según el equipo.' }),
    cursor: opcional(cursorDeCatalogo).meta({ description: 'El último cursor del catálogo ya guardado en el equipo.' }),
    version: opcional(texto({ max: 40 })),
  })
  .transform((v) => ({
    idDispositivo: v.id_dispositivo,
    ahora: v.ahora,
    pendientes: v.pendientes,
    masAntiguo: v.mas_antiguo ?? null,
    cursor: v.cursor ?? null,
    version: v.version ?? null,
  }));

/** GET /mostrador/catalogo. */
export const CatalogoQuery = z.strictObject({
  cursor: opcional(cursorDeCatalogo).meta({
    description: 'El de la respuesta anterior; sin él, todo desde el principio.',
  }),
  limite: opcional(z.coerce.number('El límite debe ser un número.').int().min(1).max(2000)).meta({
    description: 'Cuántas filas por página, como máximo (1000 si no se dice).',
  }),
});

/** A fact as its device writes it. */
export type HechoEscritoInput = Escrito;
/** Its kind. */
export type TipoDeHecho = Escrito['tipo'];

/** Facts in a request, at most. */
export const MAXIMO_DE_HECHOS = 100;

/** POST /mostrador/hechos: facts of one device or of an exported file, in their order. */
export const EnviarHechosInput = z
  .strictObject({
    id_dispositivo: opcional(uuid).meta({ description: 'El equipo que los envía.' }),
    hechos: z
      .array(
        z.strictObject({
          texto: z.string().min(2).max(200_000).meta({ description: 'El hecho en JSON, tal como se firmó.' }),
          mac: z
            .string()
            .max(64)
            .meta({ description: 'HMAC-SHA-256 del texto con la clave de su concesión, en hexadecimal.' }),
        }),
      )
      .min(1, 'No hay hechos que enviar.')
      .max(MAXIMO_DE_HECHOS, `Se envían hasta ${MAXIMO_DE_HECHOS} hechos a la vez.`),
  })
  .transform((v) => ({ idDispositivo: v.id_dispositivo ?? null, hechos: v.hechos }));

/** Filters of the incidencias. */
export const ListarIncidenciasQuery = listaQuery.extend({
  estado: opcional(z.enum(['ABIERTA', 'RESUELTA'])),
  tipo: opcional(z.enum(TIPOS_DE_INCIDENCIA)),
  id_dispositivo: opcional(uuid),
});

/** An incidencia with its end: why; for a fact that waits, whether it enters. */
export const ResolverIncidenciaInput = z
  .strictObject({
    id: idDeFila,
    motivo: texto({ min: 3 }),
    con: opcional(z.enum(['ASENTAR', 'DESCARTAR'])).meta({ description: 'Solo para un hecho retenido.' }),
    id_sesion_caja: opcional(idDeFila).meta({ description: 'Con `ASENTAR`: en qué sesión entra, si no es la suya.' }),
  })
  .transform((v) => ({ id: v.id, motivo: v.motivo, con: v.con ?? null, idSesion: v.id_sesion_caja ?? null }));

/** One incidencia. */
export const LeerIncidenciaInput = z.strictObject({ id: idDeFila });

/** Filters of the devices. */
export const ListarDispositivosQuery = listaQuery.pick({ limite: true, cursor: true, buscar: true });

/** One device. */
export const RevocarDispositivoInput = z.strictObject({ id: uuid, motivo: texto({ min: 3 }) });
/** Its name, as people call it. */
export const NombrarDispositivoInput = z.strictObject({ id: uuid, nombre: nombreDeEquipo });

/** What a browser needs to sell without network, for the person signed in. */
export type ConcesionDto = {
  concesion: {
    id: string;
    id_usuario: number;
    nombre: string;
    id_sucursal: number;
    emitida_en: string;
    vence_en: string;
    /** The key of its signatures: 64 hex digits. Never leaves the device. */
    clave_mac: string;
    permisos: string[];
    topes: Record<string, number>;
  };
  dispositivo: {
    id: string;
    nombre: string;
    serie: string;
    /** The highest ticket and fact that the server has of this device: the next ones are higher. */
    ultimo_numero: number;
    ultimo_orden: number;
  };
  /** The caja that only this device may open without network; `null` when it has none. */
  arriendo: { id_caja: number; caja: string; desde: string } | null;
  hora_servidor: string;
};

/** The answer to a heartbeat. */
export type LatidoDto = {
  hora_servidor: string;
  estado: 'ACTIVO' | 'REVOCADO';
  /** Of the person who sends it, at this device; `null` when there is none good. */
  concesion_vence_en: string | null;
  ultimo_numero: number;
  ultimo_orden: number;
};

/** A product as the counter needs it. */
export type ProductoDeMostradorDto = {
  id: number;
  nombre: string;
  sku: string | null;
  /** Key of its picture in the store of files. */
  imagen: string | null;
  /** The main one first. */
  codigos: string[];
  unidad: string;
  /** In force in the branch. */
  precio: number;
  stock: number;
  favorito: boolean;
  /** Without enough stock the counter warns and sells, by right, instead of refusing. */
  avisa_sobreventa: boolean;
  id_categoria: number;
  /** Other ways of selling it; `cantidad` is how much of its stock one takes. */
  presentaciones: { id: number; nombre: string; codigos: string[]; cantidad: number; precio: number }[];
};

/** A page of what the counter knows without network, or of what changed of it. */
export type CatalogoDto = {
  /** Keep it with the rows, in the same local transaction. */
  cursor: string;
  hay_mas: boolean;
  /** This page begins everything again: when the load ends, what did not come in it is gone. */
  reiniciar: boolean;
  /** Products in all, with the first page of a load. */
  total: number | null;
  /** The instant it shows. */
  corte: string;
  redondeo_efectivo: boolean;
  productos: ProductoDeMostradorDto[];
  /** Products of which only the stock changed. */
  existencias: { id: number; stock: number }[];
  categorias: { id: number; nombre: string; id_padre: number | null }[];
  clientes: { id: number; nombre: string; ci_nit: string | null }[];
  eliminados: { productos: number[]; categorias: number[]; clientes: number[] };
};

/** What became of a fact. */
export type ResultadoDeHechoDto = {
  clave: string | null;
  orden: number | null;
  resultado: 'ACEPTADO' | 'YA_ESTABA' | 'RETENIDO' | 'RECHAZADO' | 'FALLO';
  /** Why it was not accepted: a code for programs and a sentence for people. */
  code: string | null;
  frase: string | null;
  documento: { tipo: string; id: number; folio: string | null } | null;
  incidencias: { tipo: TipoDeIncidencia; frase: string }[];
};

/** What became of each fact, in the order they came. */
export type HechosDto = { resultados: ResultadoDeHechoDto[]; hora_servidor: string };

/** An incidencia. */
export type IncidenciaDto = {
  id: number;
  id_sucursal: number;
  sucursal: string;
  tipo: TipoDeIncidencia;
  frase: string;
  creada_en: string;
  estado: 'ABIERTA' | 'RESUELTA';
  motivo: string | null;
  resuelta_en: string | null;
  resuelta_por: string | null;
  clave_hecho: string;
  tipo_hecho: string;
  ocurrido_en: string;
  autor: string;
  /** Who brought it. */
  remitente: string;
  equipo: string;
  /** Its fact is kept and not posted: somebody decides. */
  retenido: boolean;
  /** It waits for another fact, and enters by itself when that arrives. */
  espera: boolean;
  documento: { tipo: string; id: number; folio: string | null } | null;
};

/** A device, for who looks after them. */
export type DispositivoDto = {
  id: string;
  nombre: string;
  serie: string;
  id_sucursal: number;
  sucursal: string;
  /** The caja that only it may open without network. */
  caja: string | null;
  /** The last person it was given to. */
  persona: string;
  creado_en: string;
  visto_en: string;
  /** What it said that it had to send, and since when. */
  pendientes: number;
  mas_antiguo: string | null;
  desfase_ms: number | null;
  version: string | null;
  sincronizado_en: string | null;
  ultimo_numero: number;
  /** Facts of it that never came, though later ones did. */
  faltan: number;
  revocado_en: string | null;
  revocado_por: string | null;
  motivo_revocacion: string | null;
};
