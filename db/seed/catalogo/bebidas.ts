import { type CategoriaDeMuestra, deEmpresa } from './filas';

export const BEBIDAS: CategoriaDeMuestra = {
  nombre: 'Gaseosas, jugos y agua',
  productos: [
    // Embol: Coca-Cola, Fanta, Sprite, Vital
    ...deEmpresa('7771201', [
      [1, 'Coca-Cola 190 ml vidrio', 2.5, 2, 6],
      [2, 'Coca-Cola 500 ml', 6, 4.9, 9, 'favorito'],
      [3, 'Coca-Cola 2 L', 14, 12, 10, 'favorito'],
      [4, 'Coca-Cola 3 L', 18, 15.6, 7, 'favorito'],
      [5, 'Coca-Cola sin azúcar 500 ml', 6, 4.9, 4],
      [6, 'Coca-Cola sin azúcar 2 L', 14, 12, 3],
      [12, 'Fanta naranja 2 L', 13, 11.1, 4],
      [13, 'Fanta papaya 2 L', 13, 11.1, 4],
      [21, 'Sprite 500 ml', 6, 4.9, 4],
      [22, 'Sprite 2 L', 13, 11.1, 4],
      [31, 'Agua Vital 600 ml', 4, 3, 8, 'favorito'],
      [32, 'Agua Vital con gas 600 ml', 4, 3, 4],
      [33, 'Agua Vital 2 L', 8, 6.4, 6],
      [34, 'Agua Vital 6 L', 16, 13.2, 3],
      [41, 'Aquarius pera 500 ml', 6, 4.8, 3],
      [42, 'Aquarius pomelo 2 L', 13, 10.9, 2],
      [51, 'Powerade azul 500 ml', 9, 7.2, 3],
      [61, 'Jugo Del Valle durazno 1 L', 13, 10.8, 4],
      [62, 'Jugo Del Valle manzana 200 ml', 3.5, 2.8, 4],
    ]),
    // CBN, gaseosas
    ...deEmpresa('7771202', [
      [1, 'Pepsi 500 ml', 5, 4, 4],
      [2, 'Pepsi 2 L', 11, 9.3, 5],
      [3, 'Pepsi 3 L', 14.5, 12.4, 3],
      [11, '7 Up 2 L', 11, 9.3, 3],
      [21, 'Guaraná Antarctica 2 L', 11, 9.3, 3],
      [31, 'Maltín 330 ml', 6, 4.8, 5],
    ]),
    // La Cascada
    ...deEmpresa('7771203', [
      [1, 'Cascada papaya 2 L', 9, 7.4, 4],
      [2, 'Cascada piña 2 L', 9, 7.4, 3],
      [3, 'Coka Quina 2 L', 9, 7.4, 4],
      [11, 'Agua Cascada 500 ml', 3, 2.2, 3],
    ]),
    // Salvietti
    ...deEmpresa('7771204', [
      [1, 'Papaya Salvietti 190 ml', 2.5, 1.9, 3],
      [2, 'Papaya Salvietti 2 L', 10, 8.3, 3],
    ]),
    // Vascal
    ...deEmpresa('7771205', [
      [1, 'Agua Viscachani con gas 600 ml', 4.5, 3.5, 3],
      [5, 'Gaseosa Vascal guaraná 2 L', 8.5, 7, 2],
    ]),
    // PIL, jugos
    ...deEmpresa('7771101', [
      [501, 'Néctar Pura Vida durazno 1 L', 12, 10, 3],
      [502, 'Néctar Pura Vida manzana 200 ml', 3, 2.4, 3],
    ]),
    // Tampico
    ...deEmpresa('7771206', [[1, 'Tampico citrus 1 L', 8, 6.5, 3]]),
    // Red Bull (Austria)
    ...deEmpresa('9002490', [[10, 'Red Bull lata 250 ml', 16, 13, 2]]),
  ],
};
