import { Usuario } from '@/lib/api/modelos/usuario';
import { rutasDe } from '@/lib/api/ruta';
import { RegistrarUsuarioInput } from '@/lib/usuario/schemas';
import { USUARIO } from './ejemplos';

const ruta = rutasDe('usuario');

export const RUTAS_USUARIO = [
  ruta({
    metodo: 'POST',
    camino: '/usuario/register',
    resumen: 'Registrar a una persona',
    descripcion:
      'Crea la persona y su ingreso. Sin `id_role` atiende el mostrador; sin `id_sucursal` trabaja en la del pedido. Nadie da un rol con derechos que no tiene.',
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
      respuesta: USUARIO,
    },
  }),
];
