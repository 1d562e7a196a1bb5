package fr.passerelle.bilan.document;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;

/** The head of a collège who signs bilans (2D). */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "responsable-etab")
public class ResponsableEtab {

	@XmlAttribute
	public String id;

	@XmlAttribute
	public String libelle;

}
