package fr.passerelle.bilan.document;

import java.util.List;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;

/** A part of a domain (1D). */
@XmlAccessorType(XmlAccessType.FIELD)
public class SousDomaine {

	@XmlAttribute(name = "code-domaine")
	public String codeDomaine;

	@XmlAttribute(name = "element-programme-refs")
	public List<String> elementProgrammeRefs;

	@XmlAttribute
	public Integer positionnement;

	@XmlAttribute(name = "non-evalue")
	public Boolean nonEvalue;

}
