package fr.passerelle.securite;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Accounts given as settings, {@code passerelle.comptes[n].*}.
 *
 * @param comptes the accounts, none by default
 */
@ConfigurationProperties("passerelle")
record SecuriteSettings(List<CompteSetting> comptes) {

	SecuriteSettings {
		comptes = (comptes != null) ? List.copyOf(comptes) : List.of();
	}

	/**
	 * One account; the password may be given as its bcrypt hash.
	 *
	 * @param uai its schools, {@code *} for all
	 */
	record CompteSetting(String utilisateur, String motdepasse, Role role, List<String> uai) {

		CompteSetting {
			uai = (uai != null) ? List.copyOf(uai) : List.of();
		}

		@Override
		public String toString() {
			return "CompteSetting[" + this.utilisateur + ", " + this.role + "]";
		}

	}

}
