import { z } from 'zod';
import { TIPOS_DE_INCIDENCIA } from '@/lib/mostrador/rules';
import type { CatalogoDto, ConcesionDto, HechosDto, LatidoDto } from '@/lib/mostrador/schemas';
import { bs, cantidad, dtoDe, id, instante } from './comunes';

const uuid = z.uuid();
const numeroDeSerie = z.int().nonnegative();

/** A grant, with the device it is for. */
export const Concesion = dtoDe<ConcesionDto>()(
  z.strictObject({
    concesion: z.strictObject({
      id: uuid,
      id_usuario: id,
      nombre: z.string(),
      id_sucursal: id,
      emitida_en: instante,
      vence_en: instante,
      clave_mac: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .meta({ description: 'La clave con que el equipo firma, en hexadecimal. No sale de él.' }),
      permisos: z.array(z.string()),
      topes: z.record(z.string(), z.number()),
    }),
    dispositivo: z.strictObject({
      id: uuid,
      nombre: z.string(),
      serie: z.string(),
      ultimo_numero: numeroDeSerie.meta({ description: 'El ticket más alto que el servidor tiene de este equipo.' }),
      ultimo_orden: numeroDeSerie.meta({ description: 'El hecho más alto que el servidor tiene de este equipo.' }),
    }),
    arriendo: z
      .strictObject({ id_caja: id, caja: z.string(), desde: instante })
      .nullable()
      .meta({ description: 'La caja que solo este equipo puede abrir sin conexión.' }),
    hora_servidor: instante,
  }),
).meta({ id: 'Concesion' });

/** The answer to a heartbeat. */
export const Latido = dtoDe<LatidoDto>()(
  z.strictObject({
    hora_servidor: instante,
    estado: z.enum(['ACTIVO', 'REVOCADO']),
    concesion_vence_en: instante.nullable(),
    ultimo_numero: numeroDeSerie,
    ultimo_orden: numeroDeSerie,
  }),
).meta({ id: 'Latido' });

const Presentacion = z.strictObject({
  id,
  nombre: z.string(),
  codigos: z.array(z.string()),
  cantidad: cantidad.meta({ description: 'Cuántas unidades del producto lleva.' }),
  precio: bs,
});

const ProductoDeMostrador = z.strictObject({
  id,
  nombre: z.string(),
  sku: z.string().nullable(),
  imagen: z.string().nullable(),
  codigos: z.array(z.string()),
  unidad: z.string(),
  precio: bs,
  stock: cantidad,
  favorito: z.boolean(),
  avisa_sobreventa: z.boolean(),
  id_categoria: id,
  presentaciones: z.array(Presentacion),
});

/** A page of the catalogue of a counter. */
export const CatalogoDeMostrador = dtoDe<CatalogoDto>()(
  z.strictObject({
    cursor: z.string().meta({ description: 'Se guarda junto con las filas y se manda en el próximo pedido.' }),
    hay_mas: z.boolean(),
    reiniciar: z.boolean().meta({ description: 'Con esta página empieza todo de nuevo.' }),
    total: z.int().nonnegative().nullable(),
    corte: instante,
    redondeo_efectivo: z.boolean(),
    productos: z.array(ProductoDeMostrador),
    existencias: z
      .array(z.strictObject({ id, stock: cantidad }))
      .meta({ description: 'Productos de los que solo cambió la existencia.' }),
    categorias: z.array(z.strictObject({ id, nombre: z.string(), id_padre: id.nullable() })),
    clientes: z.array(z.strictObject({ id, nombre: z.string(), ci_nit: z.string().nullable() })),
    eliminados: z.strictObject({ productos: z.array(id), categorias: z.array(id), clientes: z.array(id) }),
  }),
).meta({ id: 'CatalogoDeMostrador' });

/** What became of each fact. */
export const Hechos = dtoDe<HechosDto>()(
  z.strictObject({
    resultados: z.array(
      z.strictObject({
        clave: uuid.nullable(),
        orden: z.int().positive().nullable(),
        resultado: z.enum(['ACEPTADO', 'YA_ESTABA', 'RETENIDO', 'RECHAZADO', 'FALLO']).meta({
          description:
            '`RETENIDO`: el servidor lo guarda y alguien decide, o espera a otro hecho. `RECHAZADO`: no se guarda. `FALLO`: se envía de nuevo.',
        }),
        code: z.string().nullable(),
        frase: z.string().nullable(),
        documento: z.strictObject({ tipo: z.string(), id, folio: z.string().nullable() }).nullable(),
        incidencias: z.array(z.strictObject({ tipo: z.enum(TIPOS_DE_INCIDENCIA), frase: z.string() })),
      }),
    ),
    hora_servidor: instante,
  }),
).meta({ id: 'Hechos' });
