import { CatalogoDeMostrador, Concesion, Hechos, Latido } from '@/lib/api/modelos/mostrador';
import { rutasDe } from '@/lib/api/ruta';
import { CatalogoQuery, ConcederInput, EnviarHechosInput, LatidoInput } from '@/lib/mostrador/schemas';

const ruta = rutasDe('mostrador');

const EQUIPO = '8a2f6c1e-3b4d-4e5f-8a9b-0c1d2e3f4a5b';

export const RUTAS_MOSTRADOR = [
  ruta({
    metodo: 'POST',
    camino: '/mostrador/dispositivo',
    resumen: 'Habilitar este equipo para vender sin conexión',
    descripcion:
      'Da a quien ingresó una concesión de 8 días en el equipo, con la clave para firmar sus hechos. Con `id_caja`, también el arriendo de esa caja (hace falta `caja:abrir`): solo el equipo que lo tiene puede abrirla sin conexión.',
    entrada: ConcederInput,
    salida: Concesion,
    permisos: ['venta:cobrar'],
    conflictos: ['caja_de_otro_equipo'],
    ejemplo: {
      pedido: { id_dispositivo: EQUIPO, nombre: 'Mostrador 1', id_caja: 1 },
      respuesta: {
        concesion: {
          id: '5d3e9f20-1c7a-4b68-9e55-2f0a7c4b1d36',
          id_usuario: 4,
          nombre: 'Rosa Mamani',
          id_sucursal: 1,
          emitida_en: '2026-11-20T12:30:00.000Z',
          vence_en: '2026-11-28T12:30:00.000Z',
          clave_mac: 'a3f1c09e5b7d2846a3f1c09e5b7d2846a3f1c09e5b7d2846a3f1c09e5b7d2846',
          permisos: ['caja:abrir', 'venta:cobrar', 'venta:descuento'],
          topes: { 'venta:descuento': 10 },
        },
        dispositivo: { id: EQUIPO, nombre: 'Mostrador 1', serie: 'D7', ultimo_numero: 11, ultimo_orden: 40 },
        arriendo: { id_caja: 1, caja: 'Caja 1', desde: '2026-11-20T12:30:00.000Z' },
        hora_servidor: '2026-11-20T12:30:00.000Z',
      },
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/mostrador/latido',
    resumen: 'Latido de un equipo',
    descripcion:
      'Algunas veces por minuto mientras hay conexión. Dice la hora del servidor, y acusa el catálogo que el equipo ya guardó.',
    entrada: LatidoInput,
    salida: Latido,
    permisos: ['venta:cobrar'],
    ejemplo: {
      pedido: { id_dispositivo: EQUIPO, ahora: '2026-11-20T12:30:02.500Z', pendientes: 0 },
      respuesta: {
        hora_servidor: '2026-11-20T12:30:00.000Z',
        estado: 'ACTIVO',
        concesion_vence_en: '2026-11-28T12:30:00.000Z',
        ultimo_numero: 11,
        ultimo_orden: 40,
      },
    },
  }),
  ruta({
    metodo: 'GET',
    camino: '/mostrador/catalogo',
    resumen: 'El catálogo del mostrador, entero o lo que cambió',
    descripcion:
      'Sin `cursor` viene todo en páginas, primero los favoritos; con el de la última respuesta, lo que cambió desde entonces. Una fila puede venir dos veces y nunca falta.',
    entrada: CatalogoQuery,
    salida: CatalogoDeMostrador,
    permisos: ['venta:cobrar'],
    ejemplo: {
      pedido: { limite: 1000 },
      respuesta: {
        cursor: 'WyI3NDEyLjEuMTYzODQiLDEsImxpc3RvIiw5OTEsOTkxLDAsMTc5NTE3NjIwMDAwMF0',
        hay_mas: false,
        reiniciar: true,
        total: 1,
        corte: '2026-11-20T12:30:00.000Z',
        redondeo_efectivo: true,
        productos: [
          {
            id: 27,
            nombre: 'Leche PIL 1 L',
            sku: null,
            imagen: null,
            codigos: ['7771234567898'],
            unidad: 'unidad',
            precio: 7.5,
            stock: 48,
            favorito: true,
            avisa_sobreventa: false,
            id_categoria: 3,
            presentaciones: [],
          },
        ],
        existencias: [],
        categorias: [{ id: 3, nombre: 'Lácteos', id_padre: null }],
        clientes: [],
        eliminados: { productos: [], categorias: [], clientes: [] },
      },
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/mostrador/hechos',
    resumen: 'Lo que ya ocurrió en un mostrador',
    descripcion:
      'Cada hecho va firmado por su equipo y se asienta en nombre de quien lo hizo, una sola vez, lo envíe quien lo envíe; lo que no cuadra queda como incidencia. Se responde uno por uno, en el mismo orden. El mismo pedido se puede repetir.',
    entrada: EnviarHechosInput,
    salida: Hechos,
    limiteBytes: 4 * 1_048_576,
    permisos: ['venta:cobrar'],
    ejemplo: {
      pedido: {
        id_dispositivo: EQUIPO,
        hechos: [
          {
            texto: `{"v":1,"tipo":"venta","clave":"1c9e4a70-8d2b-4f35-9b61-7e0d3a5c2f18","orden":41,"id_dispositivo":"${EQUIPO}","concesion":"5d3e9f20-1c7a-4b68-9e55-2f0a7c4b1d36","hecho_en":"2026-11-20T14:05:00.000Z","desfase":0,"sesion":{"id":18},"folio":{"serie":"D7","numero":12},"cuerpo":{"total":15,"metodo_pago":"EFECTIVO","detalles":[{"id_producto":27,"cantidad":2,"precio_unitario":7.5}]}}`,
            mac: '0d9b6f3e2a7c4815d0f6b3e9a2c7418505f6b3e9a2c74180d9b6f3e2a7c48151',
          },
        ],
      },
      respuesta: {
        resultados: [
          {
            clave: '1c9e4a70-8d2b-4f35-9b61-7e0d3a5c2f18',
            orden: 41,
            resultado: 'ACEPTADO',
            code: null,
            frase: null,
            documento: { tipo: 'venta', id: 204, folio: 'D7-12' },
            incidencias: [{ tipo: 'stock', frase: 'Se vendieron 2 de Leche PIL 1 L y había 1.' }],
          },
        ],
        hora_servidor: '2026-11-20T14:05:30.000Z',
      },
    },
  }),
];
