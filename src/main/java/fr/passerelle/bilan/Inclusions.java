package fr.passerelle.bilan;

import java.io.InputStream;
import java.io.Reader;

import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;

/** Gives a schema the one part it may include; nothing is ever fetched for it. */
final class Inclusions implements LSResourceResolver {

	@Override
	public LSInput resolveResource(String type, String espace, String publicId, String systemId, String base) {
		InputStream partie = "commun.xsd".equals(systemId) ? getClass().getResourceAsStream("/schemas/lsu/commun.xsd")
				: InputStream.nullInputStream();
		return new Partie(systemId, partie);
	}

	/** The bytes of a part; what is not asked of it is not there. */
	private record Partie(String nom, InputStream octets) implements LSInput {

		@Override
		public InputStream getByteStream() {
			return this.octets;
		}

		@Override
		public String getSystemId() {
			return this.nom;
		}

		@Override
		public Reader getCharacterStream() {
			return null;
		}

		@Override
		public String getStringData() {
			return null;
		}

		@Override
		public String getPublicId() {
			return null;
		}

		@Override
		public String getBaseURI() {
			return null;
		}

		@Override
		public String getEncoding() {
			return null;
		}

		@Override
		public boolean getCertifiedText() {
			return false;
		}

		@Override
		public void setByteStream(InputStream octets) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void setCharacterStream(Reader texte) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void setStringData(String texte) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void setSystemId(String systemId) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void setPublicId(String publicId) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void setBaseURI(String base) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void setEncoding(String encodage) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void setCertifiedText(boolean sur) {
			throw new UnsupportedOperationException();
		}

	}

}
