/** What the tests tell the product, told as the stories of conversations. */
package org.answerloop.system.story;
