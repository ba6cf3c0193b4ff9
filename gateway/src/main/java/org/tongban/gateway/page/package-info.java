/** The few pages of the gateway's own: the front page, the gathered API description, the address in a QR code. */
@NullMarked
package org.tongban.gateway.page;

import org.jspecify.annotations.NullMarked;
