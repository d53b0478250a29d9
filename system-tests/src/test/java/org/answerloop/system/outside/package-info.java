/** Tests that know the product as its users do: by its addresses, its pages and its log. */
package org.answerloop.system.outside;
