import { CatalogoDeMostrador, Concesion, Latido } from '@/lib/api/modelos/mostrador';
import { rutasDe } from '@/lib/api/ruta';
import { CatalogoQuery, ConcederInput, LatidoInput } from '@/lib/mostrador/schemas';

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
];
