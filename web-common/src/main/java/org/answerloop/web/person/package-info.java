/**
 * Who is signed in, as the pages show it. Entry point: {@link org.answerloop.web.person.SignedInPerson}. Rights are not
 * checked here: they stand on the application services.
 */
package org.answerloop.web.person;
