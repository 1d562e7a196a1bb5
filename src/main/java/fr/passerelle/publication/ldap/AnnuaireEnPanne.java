package fr.passerelle.publication.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;

/**
 * Nothing more can be written in a server for now, through no fault of the entry: away,
 * slow, busy, or closed to the hub. What was to be written stays to be written.
 */
class AnnuaireEnPanne extends RuntimeException {

	/**
	 * The message of the server may quote a value of a person: only its code is kept.
	 */
	AnnuaireEnPanne(LDAPException cause) {
		super(raison(cause.getResultCode()), null, false, false);
	}

	AnnuaireEnPanne(String raison) {
		super(raison, null, false, false);
	}

	private static String raison(ResultCode code) {
		return code.getName() + " (" + code.intValue() + ")";
	}

}
