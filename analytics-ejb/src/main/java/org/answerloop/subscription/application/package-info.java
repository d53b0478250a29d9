/** Keeps subscriptions, and sends each mail once, whatever server it is that does so. */
package org.answerloop.subscription.application;
