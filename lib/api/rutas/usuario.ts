import { z } from 'zod';
import { Mensaje } from '@/lib/api/modelos/comunes';
import { enSobre, SesionAcceso, Usuario } from '@/lib/api/modelos/usuario';
import { rutasDe } from '@/lib/api/ruta';
import {
  EditarUsuarioInput,
  LeerUsuarioInput,
  ListarUsuariosInput,
  RegistrarUsuarioInput,
  SesionAccesoInput,
} from '@/lib/usuario/schemas';
import { SESION_ACCESO, USUARIO } from './ejemplos';

const ruta = rutasDe('usuario');
const OTRA = 40;

export const RUTAS_USUARIO = [
  ruta({
    metodo: 'POST',
    camino: '/usuario/register',
    resumen: 'Registrar a una persona',
    descripcion:
      'Crea la persona y su ingreso. Sin `id_role` atiende el mostrador; sin `id_sucursal` trabaja en la del pedido. Nadie da un rol con derechos o límites que no tiene, ni una sucursal donde no trabaja. La primera vez que ingrese se le pedirá una contraseña propia.',
    entrada: RegistrarUsuarioInput,
    salida: Usuario,
    estado: 201,
    permisos: ['usuario:crear'],
    conflictos: ['correo_repetido'],
    ejemplo: {
      pedido: {
        email: 'operador@kantuta.bo',
        password: 'una-clave-larga',
        nombres: 'Rosa',
        p_apellido: 'Mamani',
        fecha_nacimiento: '1994-08-06',
        genero: 'F',
        id_role: 2,
      },
      respuesta: { ...USUARIO, debe_cambiar_clave: true },
    },
  }),
  ruta({
    metodo: 'GET',
    camino: '/usuario',
    resumen: 'Las personas que ingresan al sistema',
    descripcion:
      'Las de sus sucursales, por número; con `sucursal:todas`, las de todas. Van dentro de `data`; sin `limite` vienen todas, y con él el cursor y el total van en `X-Next-Cursor` y `X-Total-Count`.',
    entrada: ListarUsuariosInput,
    salida: enSobre(z.array(Usuario)),
    permisos: ['usuario:ver'],
    exporta: true,
    ejemplo: { respuesta: { status: 200, message: 'Usuarios', data: [USUARIO] } },
  }),
  ruta({
    metodo: 'GET',
    camino: '/usuario/{id}',
    resumen: 'Una persona que ingresa al sistema',
    entrada: LeerUsuarioInput,
    salida: enSobre(Usuario),
    permisos: ['usuario:ver'],
    ejemplo: { pedido: { id: OTRA }, respuesta: { status: 200, message: 'Usuario', data: { ...USUARIO, id: OTRA } } },
  }),
  ruta({
    metodo: 'PATCH',
    camino: '/usuario/{id}',
    resumen: 'Editar a una persona',
    descripcion:
      'Lo que no se manda queda como está. Solo sobre personas de sus sucursales y sin más derechos que los propios; el rol, las sucursales, el estado y la contraseña de uno mismo no cambian aquí. Una `password` dada por otra persona sirve para un ingreso y cierra los abiertos. `estado: true` vuelve a dar de alta.',
    entrada: EditarUsuarioInput,
    salida: Usuario,
    permisos: ['usuario:editar'],
    conflictos: ['correo_repetido', 'propio', 'caja_abierta', 'ultima_direccion'],
    ejemplo: {
      pedido: { id: OTRA, name: 'Rosa M.', id_role: 2, sucursales: [] },
      respuesta: { ...USUARIO, id: OTRA, name: 'Rosa M.' },
    },
  }),
  ruta({
    metodo: 'DELETE',
    camino: '/usuario/{id}',
    resumen: 'Dar de baja a una persona',
    descripcion: 'Deja de ingresar y sus ingresos se cierran; lo que hizo queda a su nombre.',
    entrada: LeerUsuarioInput,
    salida: Usuario,
    permisos: ['usuario:editar'],
    conflictos: ['propio', 'caja_abierta', 'ultima_direccion'],
    ejemplo: { pedido: { id: OTRA }, respuesta: { ...USUARIO, id: OTRA, estado: false } },
  }),
  ruta({
    metodo: 'GET',
    camino: '/usuario/{id}/sesiones',
    resumen: 'Los ingresos abiertos de una persona',
    descripcion: 'Los propios los ve cualquiera; los de otra persona, quien puede editarla.',
    entrada: LeerUsuarioInput,
    salida: z.array(SesionAcceso),
    permisos: ['usuario:editar'],
    ejemplo: { pedido: { id: OTRA }, respuesta: [SESION_ACCESO] },
  }),
  ruta({
    metodo: 'DELETE',
    camino: '/usuario/{id}/sesiones',
    resumen: 'Cerrar los ingresos de una persona',
    descripcion: 'Todos; de los propios, todos menos el de este pedido. En los otros equipos se nota en 15 segundos.',
    entrada: LeerUsuarioInput,
    salida: Mensaje,
    permisos: ['usuario:editar'],
    ejemplo: { pedido: { id: OTRA }, respuesta: { message: 'Se cerraron 2 ingresos.' } },
  }),
  ruta({
    metodo: 'DELETE',
    camino: '/usuario/{id}/sesiones/{sid}',
    resumen: 'Cerrar un ingreso',
    entrada: SesionAccesoInput,
    salida: Mensaje,
    permisos: ['usuario:editar'],
    ejemplo: { pedido: { id: OTRA, sid: SESION_ACCESO.sid }, respuesta: { message: 'Ese ingreso se cerró.' } },
  }),
];
