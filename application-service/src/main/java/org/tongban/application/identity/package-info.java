/** What identity-service says of people: which departments have somebody, who heads them, and who an applicant is proved to be. */
@NullMarked
package org.tongban.application.identity;

import org.jspecify.annotations.NullMarked;
